import type { Reveal, Summary, View } from '#shared/activities/order/index';
import type { Text } from '#shared/text';

/** An item of the class picture. */
export interface PlacedRow {
  readonly id: string;
  readonly text: Text;
  /** What tells its place; null before the reveal. */
  readonly mark: Text | null;
  /** How many put it at each place, first to last. */
  readonly counts: readonly number[];
  /** The right place, from 0; null before the reveal. */
  readonly right: number | null;
}

/** Before the reveal as everybody sees them, then in their right order. */
export function rowsOf({ items }: View, { places }: Summary, reveal: Reveal | null): readonly PlacedRow[] {
  const rows = items.map(({ id, text }) => {
    const right = reveal?.order.findIndex((told) => told.id === id) ?? -1;
    const mark = reveal?.order[right]?.mark ?? null;
    return { id, text, mark, counts: places[id] ?? [], right: right < 0 ? null : right };
  });
  return rows.sort((a, b) => (a.right ?? 0) - (b.right ?? 0));
}
