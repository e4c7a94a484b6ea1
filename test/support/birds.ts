import { own as leaves } from '#shared/activities/separating-line/own-sample';
import { RANGE as LEAF } from '#shared/activities/separating-line/config';
import { own as springs } from '#shared/activities/line-fit/own-sample';
import { RANGE as SPRING } from '#shared/activities/line-fit/config';
import type { OwnField } from '#shared/activities/race/plane/field';
import { ownPoints } from '#shared/activities/race/plane/own';
import { own as sprouts } from '#shared/activities/race/families/mlp/samples';
import { own as learntLeaves } from '#shared/activities/race/families/linear/samples';
import { placeOf } from '#shared/tables/axis';
import { rowNames } from '#shared/tables/names';
import { readRows } from '#shared/tables/rows';
import { standardPoint } from '#shared/training/sets/penguin';
import { flipperNames, flippers } from '#shared/training/sets/flippers';
import { co2 } from '#shared/training/sets/co2';
import { temperatures } from '#shared/training/sets/temperatures';
import { penguinNames, penguins } from '#shared/training/sets/penguins';

const tenths = (millimetres: number) => Math.round(millimetres * 10);

/** Every bird in each notation in which its bill is ever sent: tenths of a millimetre, and standardised. */
const bills = penguins.flatMap((bird) => {
  const [name = ''] = penguinNames([bird]);
  const places = [[tenths(bird.length), tenths(bird.depth)], standardPoint(bird)];
  return places.map((place) => [place.join(), name] as const);
});

/** And by its flipper: millimetres and grams. */
const wings = flippers.map((bird) => [bird.join(), flipperNames([bird]).join()] as const);

/** The rows of the kinds' own tables where they lie on the kinds' grids, each place with all the rows there. */
function ownRows(
  { x, y, rows }: typeof springs,
  classes: boolean,
  placed: (row: { readonly x: number; readonly y: number }) => string,
): [string, string][] {
  const read = readRows(rows, classes) ?? [];
  return read.map((row) => [placed(row), rowNames([row], x, y).join()]);
}

/** And where they lie for networks. */
const learnt = (field: OwnField): [string, string][] =>
  (readRows(field.rows, true) ?? []).map((row) => {
    const [x, y] = ownPoints(field, [row]).x;
    return [[x, y].join(), rowNames([row], field.x, field.y).join()];
  });

const owned = [
  ...learnt(sprouts),
  ...learnt(learntLeaves),
  ...ownRows(springs, false, (row) =>
    [placeOf(springs.x, row.x, SPRING.flipper, 8), placeOf(springs.y, row.y, SPRING.mass, 1)].join(),
  ),
  ...ownRows(leaves, true, (row) =>
    [placeOf(leaves.x, row.x, LEAF.length, 16), placeOf(leaves.y, row.y, LEAF.depth, 16)].join(),
  ),
];

const written = new Map([...bills, ...wings, ...owned]);

/** A digit is sent as its ink and itself, a character each. */
const isDigit = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-g]{65}$/.test(value);

/** A series is sent in stretches that say where they begin; which series it is its deviation tells. */
interface Sent {
  readonly first: number;
  readonly values: readonly (number | null)[];
}

const isStretch = (value: object): value is Sent => 'first' in value && 'values' in value;

const seriesNames: Readonly<Record<number, string>> = {
  [co2.deviation]: 'co2',
  [temperatures.deviation]: 'temperatures',
};

/** The names of the real samples that stand anywhere in something that is sent: birds, digits, months and days. */
export function birdsIn(sent: unknown): Set<string> {
  const found = new Set<string>();
  const look = (value: unknown, series = ''): void => {
    if (isDigit(value)) found.add(`digit ${value}`);
    if (typeof value !== 'object' || value === null) return;
    const { deviation } = value as { readonly deviation?: number };
    const name = deviation === undefined ? series : (seriesNames[deviation] ?? '');
    if (isStretch(value)) value.values.forEach((_, i) => found.add(`${name} ${value.first + i}`));
    if (Array.isArray(value))
      value.forEach((one, i) => {
        const bird = written.get([one, value[i + 1] as unknown].join());
        if (bird !== undefined) found.add(bird);
      });
    Object.values(value).forEach((one) => look(one, name));
  };
  look(sent);
  return found;
}

/** The seeds that stand anywhere in something that is sent: who has one has every point that is drawn from it. */
export const seedsIn = (sent: unknown): Set<string> => new Set(JSON.stringify(sent).match(/[0-9a-f]{32}/g));

export const both = <One>(a: ReadonlySet<One>, b: ReadonlySet<One>): One[] =>
  [...a].filter((one) => b.has(one));

export const without = <One>(a: ReadonlySet<One>, b: ReadonlySet<One>): Set<One> =>
  new Set([...a].filter((one) => !b.has(one)));
