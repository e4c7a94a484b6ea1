/** A list without the row at a place. */
export const without = <Row>(rows: readonly Row[], at: number): readonly Row[] =>
  rows.filter((_row, i) => i !== at);

/** A list whose row has gone from one place to another; the others keep their order. */
export function moved<Row>(rows: readonly Row[], from: number, to: number): readonly Row[] {
  const row = rows.slice(from, from + 1);
  const others = without(rows, from);
  return [...others.slice(0, to), ...row, ...others.slice(to)];
}

/** The first of `a`, `b`, ... `z`, `a1`, ... that is not taken: what names an option or an item. */
export function freeId(taken: readonly unknown[]): string {
  for (let round = 0; ; round++)
    for (const letter of 'abcdefghijklmnopqrstuvwxyz') {
      const id = round === 0 ? letter : `${letter}${round}`;
      if (!taken.includes(id)) return id;
    }
}

const SIGNS = 'abcdefghijklmnopqrstuvwxyz';
const LENGTH = 6;

/** An id of six letters by chance that is not taken: for rows whose place nobody may read from what they are called. */
export function chanceId(taken: readonly unknown[]): string {
  for (;;) {
    const id = Array.from({ length: LENGTH }, () => SIGNS[Math.floor(Math.random() * SIGNS.length)]).join('');
    if (!taken.includes(id)) return id;
  }
}
