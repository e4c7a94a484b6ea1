import { rng, shuffled } from '../rng';
import type { Row } from './rows';

/** Which of the rows that are not in sight judge a step, from and to in percent of them. */
type Share = readonly [from: number, to: number];

/** A public seed, "Anderson's iris": which rows are in sight is no secret, the others just never leave the server. */
const SEED = '416e646572736f6e2773206972697320';

/** Rows that lie at one place of the picture: they go together, or one in sight would tell of one that judges. */
type Alike = readonly Row[];

function alikeOf(rows: readonly Row[], placeOf: (row: Row) => string): readonly Alike[] {
  const places = new Map<string, Row[]>();
  for (const row of rows) {
    const place = placeOf(row);
    const known = places.get(place);
    if (known) known.push(row);
    else places.set(place, [row]);
  }
  return [...places.values()];
}

/** Each class in an order drawn by lot, and the classes mixed evenly: any stretch has its share of both. */
function mixed(alike: readonly Alike[]): readonly Alike[] {
  const ordered = ([0, 1] as const).flatMap((of) => {
    const own = alike.filter((rows) => rows[0]?.of === of);
    return shuffled(own, rng(SEED, `class ${of}`)).map((rows, i) => ({ rows, at: (i + 0.5) / own.length }));
  });
  return ordered.sort((a, b) => a.at - b.at).map(({ rows }) => rows);
}

/**
 * So many judge at most: by more nobody is judged better, and at the reveal each phone is sent all of them and draws them.
 */
export const MOST_JUDGES = 500;

/** Rows to look at, and others to be judged by. */
export interface Dealt {
  readonly shown: readonly Row[];
  readonly kept: readonly Row[];
}

/**
 * A table in two parts, the same ones every time. No more than `visible` are shown: of rows at one place that would be more,
 * those beyond it are in neither part. Of those beyond the visible ones a share judges: two steps on one table
 * that show equally many, with shares that do not overlap, can be played in any order.
 */
export function dealtOut(
  rows: readonly Row[],
  placeOf: (row: Row) => string,
  visible: number,
  [from, to]: Share = [0, 100],
): Dealt {
  const [shown, kept]: [Row[], Row[]] = [[], []];
  let at = 0;
  for (const alike of mixed(alikeOf(rows, placeOf))) {
    const percent = (100 * (at - visible)) / (rows.length - visible);
    if (at < visible) shown.push(...alike.slice(0, visible - at));
    else if (percent >= from && percent < to) kept.push(...alike);
    at += alike.length;
  }
  return { shown, kept: kept.slice(0, MOST_JUDGES) };
}
