import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { config as schema, type OwnConfig } from '#shared/activities/race/config';
import * as linear from '#shared/activities/race/families/linear/samples';
import * as mlp from '#shared/activities/race/families/mlp/samples';
import { race } from '#shared/activities/race/index';
import { seedsOf } from '#shared/activities/race/job';
import { judgesIn, visibleTo } from '#shared/activities/race/rules';
import { split } from '#shared/activities/separating-line/data';
import { own as leaves } from '#shared/activities/separating-line/own-sample';
import { derive } from '#shared/rng';
import { LARGEST_NUMBER } from '#shared/tables/axis';
import { endsFor } from '#shared/tables/ends';
import { readRows, writeRows, type Row } from '#shared/tables/rows';
import type { Points } from '#shared/training/request';
import { SEED } from '../../support/session';

const secret = derive(SEED, 'secret');
const said = (words: string) => ({ en: words });

/** A race on these rows, of which 20 are in sight. */
function raceOn(rows: readonly Row[], samples = 20): OwnConfig {
  const column = (name: string, values: readonly number[]) => ({
    name: said(name),
    ...endsFor(Math.min(...values), Math.max(...values)),
  });
  return {
    ...mlp.own,
    samples,
    energy: { max: 9_000_000, par: 400_000 },
    x: column(
      'x',
      rows.map(({ x }) => x),
    ),
    y: column(
      'y',
      rows.map(({ y }) => y),
    ),
    rows: writeRows(rows, true),
  };
}

const number = fc.oneof(
  fc.integer({ min: -9, max: 9 }),
  fc.double({ min: -LARGEST_NUMBER / 2, max: LARGEST_NUMBER / 2, noNaN: true }).map((one) => one + 0),
);
const tables = fc
  .array(fc.record({ x: number, y: number, of: fc.constantFrom(0 as const, 1 as const) }), {
    minLength: 60,
    maxLength: 160,
  })
  .map((rows) => rows.map((row, i): Row => (i < 48 ? { ...row, of: i % 2 === 0 ? 0 : 1 } : row)))
  .filter((rows) => new Set(rows.map(({ x }) => x)).size > 1 && new Set(rows.map(({ y }) => y)).size > 1)
  .filter((rows) => v.is(schema, raceOn(rows)));

const places = ({ x }: Points): string[] =>
  Array.from({ length: x.length / 2 }, (_, i) => `${x[2 * i]} ${x[2 * i + 1]}`);

const judgesOf = (config: OwnConfig) => judgesIn(race.reveal(config, { secret }));
const seenOf = (config: OwnConfig) => visibleTo(race.view(config, SEED)) as Points;

describe('whatever a table holds', () => {
  test('what phones are sent says nothing of rows that judge, nor what does well', () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const config = raceOn(rows);
        const { x, y, source, classes } = config;
        expect(race.view(config, SEED)).toEqual({
          ...{ family: 'mlp', data: 'own', samples: 20, attempts: config.attempts },
          ...{ energy: config.energy, accuracy: config.accuracy, limits: config.limits, freed: config.freed },
          visible: { from: 'table', points: seenOf(config) },
          labels: { x, y, source, classes },
        });
        const seen = new Set(places(seenOf(config)));
        const { open, hidden } = judgesOf(config);
        expect([...places(open as Points), ...places(hidden as Points)].filter((at) => seen.has(at))).toEqual(
          [],
        );
      }),
      { numRuns: 200, seed: 27 },
    );
  });

  test('points lie in the picture, and are exact in 32 bits', () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const points = seenOf(raceOn(rows));
        expect(points.x.every((at) => Math.fround(at) === at && Math.abs(at) <= 3)).toBe(true);
      }),
      { numRuns: 200, seed: 29 },
    );
  });

  test('two fifths of those that judge are the public sample, of both classes as many in each part', () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const config = raceOn(rows);
        const { open, hidden } = judgesOf(config);
        const all = open.y.length + hidden.y.length;
        expect(open.y.length).toBe(Math.round(0.4 * all));
        const ones = (of: readonly number[]) => of.filter((y) => y === 1).length;
        const share = (ones(open.y) + ones(hidden.y)) / Math.max(1, all);
        expect(Math.abs(ones(open.y) - share * open.y.length)).toBeLessThanOrEqual(1);
        for (const part of [open.y, hidden.y])
          expect(Math.min(ones(part), part.length - ones(part))).toBeGreaterThan(2);
      }),
      { numRuns: 200, seed: 30 },
    );
  });
});

test('a line and a race on one table have the same rows in sight and keep the same', () => {
  const { shown, hidden } = split(leaves);
  const { open, hidden: judges } = judgesOf(linear.own);
  const spread = (x: readonly number[]) =>
    Array.from({ length: x.length / 2 }, (_, i) => {
      const [length = 0, depth = 0] = x.slice(2 * i, 2 * i + 2);
      return [
        Math.round((((length - 300) / 320) * 6 - 3) * 2_048),
        Math.round((((depth - 110) / 120) * 6 - 3) * 2_048),
      ]
        .map((part) => part / 2_048 + 0)
        .join(' ');
    });
  expect(places(seenOf(linear.own))).toEqual(spread(shown.x));
  expect([...places(open as Points), ...places(judges as Points)].sort()).toEqual(spread(hidden.x).sort());
});

test('another session draws another public sample of the same rows', () => {
  const [one, other] = ['one', 'other'].map((label) => {
    const { open, hidden } = judgesIn(race.reveal(mlp.own, { secret: derive(SEED, label) }));
    return {
      open: places(open as Points),
      all: [...places(open as Points), ...places(hidden as Points)].sort(),
    };
  });
  expect(one?.all).toEqual(other?.all);
  expect(one?.open).not.toEqual(other?.open);
  expect(seedsOf(mlp.own, secret)).toHaveLength(8);
});

test('the network that does well comes with the reveal, and only then', () => {
  for (const config of [mlp.own, linear.own]) {
    expect(race.reveal(config, { secret }).good).toEqual(config.good);
    expect(JSON.stringify(race.view(config, SEED))).not.toContain('"good"');
  }
});

const MANY = 2_000;
/** Fastest of a few: a busy machine is no fault of what is measured. */
function quickest(act: () => unknown): number {
  const times = Array.from({ length: 5 }, () => {
    const before = performance.now();
    act();
    return performance.now() - before;
  });
  return Math.min(...times);
}

test.each<[string, (i: number) => Row]>([
  ['2,000 rows', (i) => ({ x: i, y: (i * 7_919) % 2_003, of: i % 2 === 0 ? 0 : 1 })],
  [
    '1,800 of 2,000 rows at one place',
    (i) => ({ x: Math.max(0, i - 1_800), y: Math.max(0, i - 1_800), of: i % 2 === 0 ? 0 : 1 }),
  ],
  ['eight places', (i) => ({ x: i % 8, y: i % 8, of: i % 2 === 0 ? 0 : 1 })],
  ['an axis as short as one may be', (i) => ({ x: i * 1e-292, y: i, of: i % 2 === 0 ? 0 : 1 })],
])('%s are dealt before anybody waits, and sent as few', (_what, rowOf) => {
  const rows = Array.from({ length: MANY }, (_, i) => rowOf(i));
  const made = () => raceOn(rows, 400);
  expect(v.is(schema, made())).toBe(true);
  expect(quickest(() => race.view(made(), SEED))).toBeLessThan(20);
  const config = made();
  expect(JSON.stringify(race.view(config, SEED)).length).toBeLessThan(20_000);
  expect(seenOf(config).y.length).toBeLessThanOrEqual(400);
  const { open, hidden } = judgesOf(config);
  expect(open.y.length + hidden.y.length).toBeLessThanOrEqual(500);
});

test('rows at so few places that one class would judge alone are too few', () => {
  const rows = Array.from({ length: MANY }, (_, i): Row => ({ x: i % 2, y: i % 2, of: i % 2 === 0 ? 0 : 1 }));
  expect(problems(raceOn(rows, 400))).toEqual([['rows', 'too-few']]);
});

test('a class that is as rare as the table lets it be still judges, and one that is rarer is too few', () => {
  const rows = Array.from({ length: 300 }, (_, i): Row => ({ x: i, y: (i * 7) % 300, of: 0 }));
  const withRare = (count: number) =>
    rows.map((row, i): Row =>
      i % Math.floor(300 / count) === 0 && i / Math.floor(300 / count) < count ? { ...row, of: 1 } : row,
    );
  expect(problems(raceOn(withRare(8), 120))).toEqual([['rows', 'too-few']]);
  const config = raceOn(withRare(25), 120);
  expect(problems(config)).toBeUndefined();
  const { hidden } = judgesOf(config);
  expect(hidden.y.filter((of) => of === 1).length).toBeGreaterThanOrEqual(8);
});

test('a share of a table that leaves too few of a class to judge by is refused', () => {
  const rows = Array.from({ length: 200 }, (_, i): Row => ({ x: i, y: i, of: i % 6 === 0 ? 1 : 0 }));
  expect(problems(raceOn(rows, 80))).toBeUndefined();
  expect(problems({ ...raceOn(rows, 80), share: [0, 30] })).toEqual([['rows', 'too-few']]);
});

const problems = (given: object) =>
  v
    .safeParse(schema, { ...mlp.own, ...given })
    .issues?.map(({ message, path }) => [path?.map(({ key }) => key).join('.'), message]);

const rowsOf = (change: (row: Row, i: number) => Row) =>
  writeRows((readRows(mlp.own.rows, true) ?? []).map(change), true);

test.each<[string, object, unknown]>([
  ['too few rows', { rows: mlp.own.rows.split('\n').slice(0, 59).join('\n') }, [['rows', 'too-few']]],
  ['rows that are none', { rows: 'a b c' }, [['rows', 'malformed']]],
  ['one class', { rows: rowsOf((row) => ({ ...row, of: 0 })) }, [['rows', 'too-few']]],
  [
    'a column that says one thing',
    { rows: rowsOf((row) => ({ ...row, x: 20 })) },
    [['rows', 'does-not-fit']],
  ],
  ['rows outside of its axes', { x: { ...mlp.own.x, from: 20 } }, [['rows', 'does-not-fit']]],
  [
    'an axis from 0 to hardly more',
    { x: { ...mlp.own.x, from: 0, to: 5e-324 } },
    [
      ['x.to', 'wrong-order'],
      ['rows', 'does-not-fit'],
    ],
  ],
  [
    'larger layers than its limits',
    { limits: { ...mlp.own.limits, neurons: 4 } },
    [['good', 'does-not-fit']],
  ],
  ['more epochs than its limits', { good: { ...mlp.own.good, epochs: 501 } }, [['good', 'does-not-fit']]],
  [
    'a curve that nobody may choose',
    { good: { ...mlp.own.good, activation: 'relu' } },
    [['good', 'does-not-fit']],
  ],
  ['more than its energy', { energy: { max: 300_000, par: 1_000 } }, [['good', 'does-not-fit']]],
])('a race with %s is refused with its code', (_what, given, wrong) => {
  expect(problems(given)?.map(([at, code]) => [at, String(code).split(' ')[0]])).toEqual(wrong);
});

test('a network of another family is none that does well', () => {
  expect(problems({ good: linear.own.good })?.[0]?.[0]).toMatch(/^good/);
  expect(v.is(schema, { ...linear.own, good: mlp.own.good })).toBe(false);
});

test('neither noise nor a draw nor the runs of version 1 belong to it', () => {
  for (const more of [{ noise: 5 }, { dataSeed: '0'.repeat(32) }, { runs: 4 }, { visible: 60 }])
    expect(v.is(schema, { ...mlp.own, ...more })).toBe(false);
});
