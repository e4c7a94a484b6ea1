import type { Spread } from '#shared/session/ranks';
import * as numbers from '../activities/kit/numbers';
import { locale } from './locale.svelte';

/** A whole number as the page's language writes it. */
export const whole = (value: number): string => numbers.whole(value, locale.current);

/** A share in thousandths, as a board ranks by it: always with one decimal, so that figures do not dance. */
export const share = (thousandths: number): string =>
  numbers.finePercent(thousandths / 1_000, locale.current);

/** A share of one as a whole percentage: for the marks of an axis. */
export const percent = numbers.percent;

/** What those who share a rank have: one figure, or from the least to the most. */
export const spread = ([least, most]: Spread): string =>
  least === most ? whole(least) : `${whole(least)}–${whole(most)}`;
