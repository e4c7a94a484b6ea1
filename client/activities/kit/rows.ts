import { packing, smallest, type Packing, type Room } from './dots';

/** A row of a class picture in which each student is a dot. */
export interface DotRow {
  readonly key: string;
  /** How many students; null while it would give the answer away. */
  readonly count: number | null;
  /** How many at the first vote, once the class has voted again. */
  readonly before: number | null;
  /** Null before the reveal. */
  readonly right: boolean | null;
}

/** Where the dots of all rows stand: in lanes of one size, so that lengths can be compared. */
export interface Lanes {
  readonly room: Room;
  readonly packing: Packing;
}

/** Null until every row has said how much room it has; with a first vote beside it each gets half of its height. */
export function lanesOf(rows: readonly DotRow[], rooms: Readonly<Record<string, Room>>): Lanes | null {
  const there = rows.map(({ key }) => rooms[key]).filter((room) => room !== undefined);
  if (there.length === 0 || there.length < rows.length) return null;
  const { width, height } = smallest(there);
  const twice = rows.some(({ before }) => before !== null);
  const room = { width, height: twice ? height / 2 : height };
  const most = Math.max(1, ...rows.map(({ count, before }) => Math.max(count ?? 0, before ?? 0)));
  return { room, packing: packing(most, room) };
}
