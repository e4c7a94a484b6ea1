import { within } from '#shared/activities/numeric/closeness';
import type { Reveal, Summary } from '#shared/activities/numeric/index';
import { inLanguage, type Text } from '#shared/text';

/** A bar of the histogram. */
export interface Bar {
  readonly key: string;
  /** Null for a mistake made with different numbers, or for all that did not fit. */
  readonly value: number | null;
  readonly count: number;
  /** Null before the reveal. */
  readonly right: boolean | null;
  /** What was forgotten, if it is a mistake with a name. */
  readonly why: Text | null;
}

type Variant = Reveal['variants'][number];

/** The name of the mistake that gives this value. */
export const mistakeOf = (variant: Variant | undefined, value: number, tolerance: number): Text | null =>
  variant?.mistakes.find((mistake) => within(value, mistake.value, tolerance))?.why ?? null;

/** The commonest values, at most `most` bars; at the reveal the right answer and the named mistakes come first. */
export function barsOf(summary: Summary, reveal: Reveal | null, most: number): readonly Bar[] {
  const bars = new Map<string, Bar>();
  if (reveal) for (const bar of named(reveal)) bars.set(bar.key, bar);
  summary.values.forEach((counts, variant) => {
    for (const [text, count] of Object.entries(counts)) {
      const bar = barOf(Number(text), variant, summary.values.length > 1, reveal);
      bars.set(bar.key, { ...bar, count: count + (bars.get(bar.key)?.count ?? 0) });
    }
  });
  const order = [...bars.values()].sort(
    (a, b) =>
      Number(a.key === rest.key) - Number(b.key === rest.key) ||
      Number(b.right ?? false) - Number(a.right ?? false) ||
      b.count - a.count ||
      Number(b.why !== null) - Number(a.why !== null),
  );
  return withRest(order, most);
}

const RIGHT = 'right';
const rest: Bar = { key: 'rest', value: null, count: 0, right: null, why: null };
const mistakeKey = (why: Text) => `mistake/${inLanguage(why, [])}`;

/** The right answer and the mistakes with a name, which are shown even if nobody gave them. */
function named({ variants }: Reveal): Bar[] {
  const alone = variants.length === 1 ? variants[0] : undefined;
  const mistakes = variants.flatMap((variant) => variant.mistakes);
  return [
    { key: RIGHT, value: alone?.answer ?? null, count: 0, right: true, why: null },
    ...mistakes.map(({ value, why }) => ({
      ...{ key: mistakeKey(why), count: 0, right: false, why },
      value: alone ? value : null,
    })),
  ];
}

function barOf(value: number, variant: number, several: boolean, reveal: Reveal | null): Bar {
  const plain = { key: String(value), value, count: 0, why: null };
  if (!reveal) return { ...plain, right: null };
  const own = reveal.variants[variant];
  if (own && within(value, own.answer, reveal.tolerance))
    return { ...plain, key: RIGHT, value: several ? null : own.answer, right: true };
  const mistake = own?.mistakes.find((one) => within(value, one.value, reveal.tolerance));
  // With different numbers for each the same value means different things: only what has a name is shown.
  if (!mistake) return several ? { ...rest, right: false } : { ...plain, right: false };
  const { why } = mistake;
  return { ...plain, key: mistakeKey(why), value: several ? null : mistake.value, right: false, why };
}

/** What does not fit is one bar at the end. */
function withRest(bars: readonly Bar[], most: number): readonly Bar[] {
  if (bars.length <= most) return bars;
  const count = bars.slice(most - 1).reduce((sum, { count }) => sum + count, 0);
  return [...bars.slice(0, most - 1), { ...rest, count }];
}
