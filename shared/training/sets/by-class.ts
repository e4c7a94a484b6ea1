import { shuffled, type Rng } from '../../rng';

/**
 * A table in a shuffled order of which every beginning has as large a part of each class: cut anywhere, its parts are
 * stratified.
 */
export function byClass<Row>(table: readonly Row[], classOf: (row: Row) => number, random: Rng): Row[] {
  const classes = new Map<number, Row[]>();
  for (const row of shuffled(table, random))
    classes.set(classOf(row), [...(classes.get(classOf(row)) ?? []), row]);
  const placed = [...classes].flatMap(([name, rows]) =>
    rows.map((row, i) => ({ row, name, at: (i + 0.5) / rows.length })),
  );
  return placed.sort((a, b) => a.at - b.at || a.name - b.name).map(({ row }) => row);
}
