import type { Reveal, Summary, View } from '#shared/activities/choice/index';
import type { Text } from '#shared/text';
import type { DotRow } from '../kit/rows';

/** An option with those who picked it. */
export interface OptionRow extends DotRow {
  readonly letter: string;
  readonly text: Text;
}

/** The options in the order of their letters; until there is a summary nobody knows who picked what. */
export const rowsOf = (
  { options }: View,
  summary: Summary | null,
  before: Summary | null,
  reveal: Reveal | null,
): readonly OptionRow[] =>
  options.map(({ id, letter, text }) => ({
    ...{ key: id, letter, text },
    count: summary && (summary.counts[id] ?? 0),
    before: before && (before.counts[id] ?? 0),
    right: reveal && reveal.right.includes(id),
  }));
