import type { Locale } from '../../text';
import type { Config, Submission } from './config';

const words = {
  it: { none: '(nascosto o cancellato)', one: '1 disegno', some: 'disegni' },
  en: { none: '(hidden or erased)', one: '1 drawing', some: 'drawings' },
} as const satisfies Record<Locale, unknown>;

/** How much was drawn; a table has no room for more. */
export function inWords(_config: Config, { ink }: Submission, locale: Locale): string {
  const { none, one, some } = words[locale];
  if (ink.length === 0) return none;
  return ink.length === 1 ? one : `${ink.length} ${some}`;
}
