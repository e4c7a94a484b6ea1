import type { Spread } from '#shared/session/ranks';
import { locale } from './locale.svelte';

/** A share in thousandths, as a board ranks by it: always with one decimal, so that figures do not dance. */
export const share = (thousandths: number): string =>
  new Intl.NumberFormat(locale.current, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(thousandths / 1_000);

/** A share of one as a whole percentage: for the marks of an axis. */
export const percent = (share: number): string =>
  new Intl.NumberFormat(locale.current, { style: 'percent' }).format(share);

/** What those who share a rank have: one figure, or from the least to the most. */
export const spread = ([least, most]: Spread): string =>
  least === most ? String(least) : `${least}–${most}`;
