/** The least and the most that somebody of a group has. */
export type Spread = readonly [least: number, most: number];

/** The ranks that a board goes down to. */
const TOP = 10;

/** A rank that stands for all below them. */
export const BELOW = TOP + 1;

export const isTop = ({ rank }: Pick<Crowd, 'rank'>): boolean => rank <= TOP;

/** How many of those who share a rank are named: no line holds more names. */
const NAMED = 6;

/** What counts those who share a rank. */
export interface Crowd {
  readonly rank: number;
  /** How many share the rank beyond those who are named. */
  readonly more: number;
  readonly points: Spread;
  readonly right: Spread;
}

/** Those who share a rank: a line of the board, or a step of the podium. */
export interface Group<Row> extends Crowd {
  readonly named: readonly [Row, ...Row[]];
}

type Ranked = Pick<Crowd, 'rank'> & { readonly points: number; readonly right: number };

/** The rows of a board by rank, from the first one down, as which they come. Nobody is left out: named or counted. */
export function groupsOf<Row extends Ranked>(rows: readonly Row[], named = NAMED): readonly Group<Row>[] {
  const groups: [Row, ...Row[]][] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last?.[0].rank === row.rank) last.push(row);
    else groups.push([row]);
  }
  return groups.map((all) => {
    const [first, ...others] = all;
    return {
      rank: first.rank,
      named: [first, ...others.slice(0, named - 1)],
      more: Math.max(0, all.length - named),
      points: spread(all.map(({ points }) => points)),
      right: spread(all.map(({ right }) => right)),
    };
  });
}

/** Those of the ten first ranks. */
export const topOf = <Row extends Ranked>(rows: readonly Row[], named?: number): readonly Group<Row>[] =>
  groupsOf(rows, named).filter(isTop);

const spread = (values: readonly number[]): Spread => [Math.min(...values), Math.max(...values)];

/** How many some groups hold, whom they name and whom they count. */
export const sizeOf = (groups: readonly Group<unknown>[]): number =>
  groups.reduce((sum, { named, more }) => sum + named.length + more, 0);

/** The groups of a board that travelled as rows, with what was told of those whom no row names. */
export const crowded = <Row extends Ranked>(
  rows: readonly Row[],
  crowds: readonly Crowd[],
): readonly Group<Row>[] =>
  groupsOf(rows).map((group) => ({ ...group, ...crowds.find(({ rank }) => rank === group.rank) }));
