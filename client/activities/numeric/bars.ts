import { within } from '#shared/activities/numeric/closeness';
import type { Reveal, Summary } from '#shared/activities/numeric/index';
import { inLanguage, type Text } from '#shared/text';
import type { DotRow } from '../kit/rows';

/** A row of the histogram. */
export interface Bar extends DotRow {
  /** Null for a mistake made with different numbers, or for all that did not fit. */
  readonly value: number | null;
  readonly count: number;
  /** What was forgotten, if it is a mistake with a name. */
  readonly why: Text | null;
  /** How many different values it stands for, where they have no rows of their own; else 0. */
  readonly others: number;
}

type Variant = Reveal['variants'][number];

/** The name of the mistake that gives this value. */
export const mistakeOf = (variant: Variant | undefined, value: number, tolerance: number): Text | null =>
  variant?.mistakes.find((mistake) => within(value, mistake.value, tolerance))?.why ?? null;

/**
 * The values that the class gave, the smallest first, in at most `most` rows: what does not fit is counted in the last.
 * At the reveal the right answer and the named mistakes have rows even if nobody gave them.
 */
export function barsOf(summary: Summary, reveal: Reveal | null, most: number): readonly Bar[] {
  const bars = new Map<string, Bar>();
  if (reveal) for (const bar of named(reveal)) bars.set(bar.key, bar);
  summary.values.forEach((counts, variant) => {
    for (const [text, count] of Object.entries(counts)) {
      const bar = barOf(Number(text), variant, summary.values.length > 1, reveal);
      bars.set(bar.key, joined(bars.get(bar.key), { ...bar, count }));
    }
  });
  const order = [...bars.values()].sort(byWeight);
  const shown = order.filter(({ key }) => key !== REST);
  const rest = order.filter(({ key }) => key === REST);
  const fit = shown.length + rest.length <= most ? shown.length : most - 1;
  return [...shown.slice(0, fit).sort(byValue), ...unfitting([...shown.slice(fit), ...rest])];
}

const RIGHT = 'right';
const REST = 'rest';
const plain = { count: 0, before: null, why: null, others: 0 };
const mistakeKey = (why: Text) => `mistake/${inLanguage(why, [])}`;

const joined = (before: Bar | undefined, bar: Bar): Bar =>
  before ? { ...bar, count: before.count + bar.count, others: before.others + bar.others } : bar;

/** What matters most first: the right answer, then what many gave, then what has a name. */
const byWeight = (a: Bar, b: Bar): number =>
  Number(b.right ?? false) - Number(a.right ?? false) ||
  b.count - a.count ||
  Number(b.why !== null) - Number(a.why !== null);

/** Along the axis; rows without a value stay as they are. */
const byValue = (a: Bar, b: Bar): number => (a.value === null || b.value === null ? 0 : a.value - b.value);

/** What has no row of its own is one at the end; a named mistake that nobody made needs none. */
function unfitting(bars: readonly Bar[]): readonly Bar[] {
  const given = bars.filter(({ count }) => count > 0);
  if (given.length === 0) return [];
  const count = given.reduce((sum, bar) => sum + bar.count, 0);
  const others = given.reduce((sum, bar) => sum + (bar.others || 1), 0);
  return [
    { ...plain, key: REST, value: null, count, others, right: given[0]?.right === null ? null : false },
  ];
}

/** The right answer and the mistakes with a name, which are shown even if nobody gave them. */
function named({ variants }: Reveal): Bar[] {
  const alone = variants.length === 1 ? variants[0] : undefined;
  const mistakes = variants.flatMap((variant) => variant.mistakes);
  return [
    { ...plain, key: RIGHT, value: alone?.answer ?? null, right: true },
    ...mistakes.map(({ value, why }) => ({
      ...{ ...plain, key: mistakeKey(why), right: false, why },
      value: alone ? value : null,
    })),
  ];
}

function barOf(value: number, variant: number, several: boolean, reveal: Reveal | null): Bar {
  const own = reveal?.variants[variant];
  const bar = { ...plain, key: String(value), value };
  if (!reveal) return { ...bar, right: null };
  if (own && within(value, own.answer, reveal.tolerance))
    return { ...bar, key: RIGHT, value: several ? null : own.answer, right: true };
  const mistake = own?.mistakes.find((one) => within(value, one.value, reveal.tolerance));
  // With different numbers for each the same value means different things: only what has a name is shown.
  if (!mistake)
    return several ? { ...bar, key: REST, value: null, others: 1, right: false } : { ...bar, right: false };
  const { why } = mistake;
  return { ...bar, key: mistakeKey(why), value: several ? null : mistake.value, right: false, why };
}
