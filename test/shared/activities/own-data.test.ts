import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { startAmong } from '#shared/activities/separating-line/beginning';
import { config as lineConfig, type OwnConfig } from '#shared/activities/separating-line/config';
import { split } from '#shared/activities/separating-line/data';
import { grade } from '#shared/activities/separating-line/grade';
import { balancedError, drawable, type Birds } from '#shared/activities/separating-line/line';
import { bestOf, parOf } from '#shared/activities/separating-line/marks';
import { mistakes } from '#shared/activities/separating-line/mistakes';
import { own as leaves, ownShared } from '#shared/activities/separating-line/own-sample';
import { examples } from '#shared/activities/separating-line/samples';
import { bots, knows } from '#shared/activities/separating-line/samples';
import { bestLine } from '#shared/activities/separating-line/search';
import { config as fitConfig, type OwnConfig as OwnFit } from '#shared/activities/line-fit/config';
import * as fit from '#shared/activities/line-fit/grade';
import { drawable as holdable, guessable } from '#shared/activities/line-fit/line';
import * as fitBots from '#shared/activities/line-fit/samples';
import { view as fitView } from '#shared/activities/line-fit/view';
import { endsFor } from '#shared/tables/ends';
import { leastOfClass, sights } from '#shared/tables/own';
import { readRows, writeRows, type Row } from '#shared/tables/rows';

const said = (words: string) => ({ en: words });
const column = (name: string, values: readonly number[]) => ({
  name: said(name),
  ...endsFor(Math.min(...values), Math.max(...values)),
});
const axes = (rows: readonly Row[]) => ({
  source: said('made up'),
  x: column(
    'x',
    rows.map(({ x }) => x),
  ),
  y: column(
    'y',
    rows.map(({ y }) => y),
  ),
});

const lineOf = (rows: readonly Row[], visible = 12): OwnConfig => ({
  ...{ data: 'own', visible, ...axes(rows), classes: [said('zero'), said('one')] },
  rows: writeRows(rows, true),
});
const fitOf = (rows: readonly Row[], visible = 12): OwnFit => ({
  ...{ data: 'own', visible, ...axes(rows), rows: writeRows(rows, false) },
});

const number = fc.oneof(fc.integer({ min: -20, max: 20 }), fc.double({ min: -1e5, max: 1e5, noNaN: true }));
const row: fc.Arbitrary<Row> = fc.record({
  x: number.map((x) => x + 0),
  y: number.map((y) => y + 0),
  of: fc.constantFrom(0 as const, 1 as const),
});
/** Any rows that a step may have: both classes, and no column that says one thing. */
const tables = fc
  .array(row, { minLength: 40, maxLength: 120 })
  .filter(
    (rows) =>
      [0, 1].every(
        (of) => rows.filter((one) => one.of === of).length >= leastOfClass(rows.length, 12, sights.lines),
      ) &&
      new Set(rows.map(({ x }) => x)).size > 1 &&
      new Set(rows.map(({ y }) => y)).size > 1,
  );

describe('whatever a table holds', () => {
  test('a line between its classes is found, drawn, and worth everything', () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const config = lineOf(rows);
        expect(v.is(lineConfig, config)).toBe(true);
        const best = knows(config);
        expect(drawable(best)).toBe(true);
        const par = parOf(config) ?? 1;
        expect(par).toBeLessThanOrEqual(0.45);
        // Classes that no line tells apart can be told from this: who brings them in is warned.
        if (par < 0.45) expect(grade(config, best)).toEqual({ score: 1, right: true });
        const start = bots.constant(config);
        expect(drawable(start)).toBe(true);
        const { score } = grade(config, start);
        expect(score >= 0 && score <= 1).toBe(true);
        for (const { why } of mistakes(config, start))
          expect(`${why.it} ${why.en}`).not.toContain('undefined');
      }),
      { numRuns: 60, seed: 15 },
    );
  });

  test('a line through its cloud is found, drawn, and worth everything; what is guessed can be guessed', () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const config = fitOf(rows);
        expect(v.is(fitConfig, config)).toBe(true);
        const sent = fitBots.knows(config);
        expect(holdable(sent.heights) && guessable(sent.guess)).toBe(true);
        expect(fit.grade(config, sent)).toEqual({ score: 1, right: true });
        expect(Object.values(fit.measure(config, sent)).every(Number.isFinite)).toBe(true);
        const { cloud, hidden, newcomer } = fitView(config);
        expect(cloud.length / 2).toBe(config.visible);
        expect(hidden).toBeLessThanOrEqual(rows.length - config.visible);
        expect([...cloud, newcomer].every(Number.isFinite)).toBe(true);
      }),
      { numRuns: 60, seed: 16 },
    );
  });
});

/** By trying every line through two points, pushed a little to either side: slow, and simple. */
function leastError(birds: Birds): number {
  const points = birds.y.map((_, i) => [birds.x[2 * i] ?? 0, birds.x[2 * i + 1] ?? 0] as const);
  let least = 0.5;
  for (const [i, a] of points.entries())
    for (const b of points.slice(i + 1))
      for (const push of [-0.5, 0, 0.5])
        for (const swapped of [false, true])
          least = Math.min(
            least,
            balancedError({ from: [a[0], a[1] + push], to: [b[0], b[1] + push], swapped }, birds),
          );
  return least;
}

test('the best line misses hardly more of what is in sight than the best of all lines through two points', () => {
  const near: number[] = [];
  fc.assert(
    fc.property(tables, (rows) => {
      const { shown } = split(lineOf(rows, 20));
      near.push(balancedError(bestLine(shown), shown) - leastError(shown));
    }),
    { numRuns: 40, seed: 17 },
  );
  expect(Math.max(...near)).toBeLessThan(0.13);
  expect(near.reduce((sum, off) => sum + off, 0) / near.length).toBeLessThan(0.03);
});

test('classes that a line tells apart are told apart without a mistake, well clear of both', () => {
  const best = bestOf(leaves);
  const { shown, hidden } = split(leaves);
  expect([balancedError(best, shown), balancedError(best, hidden)]).toEqual([0, 0]);
  expect(parOf(leaves)).toBe(0.01);
});

test('the line that is written down as the right one is the one that is found', () => {
  const right = examples.flatMap((one) =>
    one.name === 'correct' && one.config.data === 'own' ? [one.submission] : [],
  );
  expect(right).toEqual([leaves, ownShared].map(bestOf));
});

test('the handles start where nothing is told apart, among the rows in sight', () => {
  const { shown } = split(leaves);
  expect(Math.abs(balancedError(startAmong('own', shown), shown) - 0.5)).toBeLessThan(0.1);
});

test('of a table whose classes overlap the best line is the measure of full marks', () => {
  const rows = (readRows(leaves.rows, true) ?? []).map((one, i): Row =>
    i % 8 === 0 ? { ...one, of: one.of === 1 ? 0 : 1 } : one,
  );
  const config: OwnConfig = { ...leaves, rows: writeRows(rows, true) };
  const par = parOf(config) ?? 0;
  expect(par).toBeGreaterThan(0.05);
  expect(par).toBe(balancedError(bestOf(config), split(config).hidden));
  expect(grade(config, bestOf(config)).score).toBe(1);
});

const problemOf = (given: object, schema: v.GenericSchema = lineConfig) =>
  v
    .safeParse(schema, { ...leaves, ...given })
    .issues?.map(({ message, path }) => [path?.at(-1)?.key, message]);

/** 200 rows, so many of one class. */
const rareClass = (ones: number) =>
  Array.from({ length: 200 }, (_, i) => `${i} ${200 - i} ${i < ones ? 1 : 0}`).join('\n');

test('the same class is not too rare where more rows are in sight', () => {
  const wide = { from: 0, to: 200 };
  const given = { rows: rareClass(12), x: { ...leaves.x, ...wide }, y: { ...leaves.y, ...wide } };
  expect(problemOf({ ...given, visible: 50 })).toBeUndefined();
  expect(problemOf({ ...given, visible: 49 })).toEqual([['rows', 'too-few']]);
});

test.each<[string, object, unknown]>([
  ['rows that are none', { rows: 'a b c' }, [['rows', 'malformed']]],
  ['too few rows', { rows: leaves.rows.split('\n').slice(0, 29).join('\n') }, [['rows', 'too-few']]],
  ['hardly any row of a class', { rows: leaves.rows.replaceAll(/ 1$/gm, ' 0') }, [['rows', 'too-few']]],
  [
    'a class so rare that nobody sees what it is like',
    {
      visible: 10,
      rows: rareClass(12),
      x: { ...leaves.x, from: 0, to: 200 },
      y: { ...leaves.y, from: 0, to: 200 },
    },
    [['rows', 'too-few']],
  ],
  [
    'a column that says one thing',
    { rows: leaves.rows.replaceAll(/^\S+ /gm, '5 ') },
    [['rows', 'does-not-fit']],
  ],
  ['rows outside of its axes', { x: { ...leaves.x, from: 6 } }, [['rows', 'does-not-fit']]],
  ['an axis the wrong way round', { x: { ...leaves.x, from: 20 } }, [['to', 'wrong-order']]],
  [
    'too many rows',
    { rows: Array.from({ length: 2_001 }, (_, i) => `5 3.${i} ${i % 2}`).join('\n') },
    [['rows', 'too-many']],
  ],
])('a step with %s is refused with its code', (_what, given, problems) => {
  expect(problemOf(given)).toEqual(problems);
});
