import type { ActivityKind } from '#shared/activities/registry';
import type { Locale } from '#shared/text';
import { locale } from '../i18n/locale.svelte';

/** What an answer came to, in the words of its own kind. */
export interface Verdict {
  /** In place of right, partly or wrong, which a race is not; null where these say it. */
  readonly title: string | null;
  /** How far, how many, on which points; null where there is nothing to add. */
  readonly words: string | null;
}

type Says = (measure: unknown, view: unknown, locale: Locale) => Verdict;

/**
 * How each kind says what it measured, found by its folder. The cast is that of ./parts.ts: a page hands a kind only
 * what the same kind made. They come with the page that shows them: together they are as small as one of them alone.
 */
const found = import.meta.glob<{ default: Says }>('./*/verdict.ts', { eager: true });

/** The kind's own words for what it measured; null where it measures nothing. */
export function verdictIn(kind: ActivityKind, measure: unknown, view: unknown): Verdict | null {
  if (measure === null) return null;
  return found[`./${kind}/verdict.ts`]?.default(measure, view, locale.current) ?? null;
}
