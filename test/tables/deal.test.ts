import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as v from 'valibot';
import { dealtOut } from '#shared/tables/deal';
import { endsFor, marksBetween } from '#shared/tables/ends';
import { axis, decimalsOf, LARGEST_NUMBER, placeOf, valueAt } from '#shared/tables/axis';
import { LEAST_SEEN, leastOfClass, sights } from '#shared/tables/own';
import { readRows, writeRows, type Row } from '#shared/tables/rows';

const value = fc.integer({ min: -40, max: 40 });
const row: fc.Arbitrary<Row> = fc.record({ x: value, y: value, of: fc.constantFrom(0 as const, 1 as const) });
const rows = fc.array(row, { minLength: 30, maxLength: 300 });
const placeOfRow = ({ x, y }: Row) => `${x} ${y}`;

test('a table is dealt into two parts that have all of it, but for copies that there is no room to show, and no place of the picture is in both', () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: 10, max: 28 }), (table, visible) => {
      const { shown, kept } = dealtOut(table, placeOfRow, visible);
      expect(shown.length).toBe(visible);
      const seen = new Set(shown.map(placeOfRow));
      const last = shown.map(placeOfRow).at(-1);
      const unlessLast = (some: readonly Row[]) =>
        some.flatMap((one) => (placeOfRow(one) === last ? [] : [JSON.stringify(one)])).sort();
      expect(unlessLast([...shown, ...kept])).toEqual(unlessLast(table));
      expect(kept.filter((one) => seen.has(placeOfRow(one)))).toEqual([]);
      expect(dealtOut(table, placeOfRow, visible)).toEqual({ shown, kept });
    }),
    { numRuns: 300, seed: 15 },
  );
});

test('two shares that do not overlap have no row in common, and all of them together what one alone has', () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 99 }), (table, cut) => {
      const part = (from: number, to: number) => dealtOut(table, placeOfRow, 10, [from, to]).kept;
      const [first, second] = [part(0, cut), part(cut, 100)];
      expect([...first, ...second]).toEqual(dealtOut(table, placeOfRow, 10).kept);
      const places = new Set(first.map(placeOfRow));
      expect(second.filter((one) => places.has(placeOfRow(one)))).toEqual([]);
    }),
    { numRuns: 300, seed: 16 },
  );
});

test('of both classes there are some in sight and some that judge, however rare one is', () => {
  const table = Array.from({ length: 200 }, (_, i): Row => ({ x: i, y: -i, of: i % 40 === 0 ? 1 : 0 }));
  const { shown, kept } = dealtOut(table, placeOfRow, 100);
  const ones = (part: readonly Row[]) => part.filter(({ of }) => of === 1).length;
  expect([ones(shown), ones(kept)]).toEqual([2, 3]);
});

test('of each class that is as large as it has to be at least three rows are in sight', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 30, max: 2_000 }),
      fc.integer({ min: 10, max: 120 }),
      fc.constantFrom(0 as const, 1 as const),
      (count, wanted, rare) => {
        const visible = Math.min(wanted, count - 20);
        const least = leastOfClass(count, visible, sights.lines);
        fc.pre(2 * least <= count);
        const of = (i: number) => (i < least ? rare : rare === 0 ? 1 : 0);
        const table = Array.from({ length: count }, (_, i): Row => ({ x: i, y: -i, of: of(i) }));
        const { shown } = dealtOut(table, placeOfRow, visible);
        expect(shown.filter((row) => row.of === rare).length).toBeGreaterThanOrEqual(LEAST_SEEN);
      },
    ),
    { numRuns: 500, seed: 20 },
  );
});

test('of rows that all lie at one place no more are shown than are to be', () => {
  const table = Array.from({ length: 1_850 }, (): Row => ({ x: 1, y: 2, of: 0 }));
  const others = Array.from({ length: 150 }, (_, i): Row => ({ x: i, y: -i, of: 0 }));
  expect(dealtOut(table, placeOfRow, 120)).toEqual({ shown: table.slice(0, 120), kept: [] });
  const { shown, kept } = dealtOut([...table, ...others], placeOfRow, 120);
  expect(shown.length).toBe(120);
  expect(shown.length + kept.length).toBeGreaterThanOrEqual(150);
});

test('of many rows 500 judge, of both classes as many as there are', () => {
  const table = Array.from({ length: 2_000 }, (_, i): Row => ({ x: i, y: -i, of: i % 4 === 0 ? 1 : 0 }));
  const { kept } = dealtOut(table, placeOfRow, 100);
  expect([kept.length, kept.filter(({ of }) => of === 1).length]).toEqual([500, 125]);
});

const measured = fc.double({ min: -1e6, max: 1e6, noNaN: true });

test('rows are written and read again without a difference', () => {
  const any = fc.array(fc.record({ x: measured, y: measured, of: fc.constantFrom(0 as const, 1 as const) }));
  fc.assert(
    fc.property(any, (table) => {
      // -0 is written as 0.
      const plain = table.map(({ x, y, of }) => ({ x: x + 0, y: y + 0, of }));
      expect(readRows(writeRows(table, true), true)).toEqual(plain);
    }),
    { numRuns: 500, seed: 17 },
  );
});

test.each(['1', '1 2', '1 2 2', '1 2 0 ', 'x 2 0', '1,5 2 0', '1 2 0\n', 'Infinity 2 0', '1e99 2 0'])(
  '%j is no row',
  (text) => expect(readRows(text, true)).toBeNull(),
);

test('an axis has round ends around its values, a few round marks, and its places tell values apart', () => {
  fc.assert(
    fc.property(measured, fc.double({ min: 1e-3, max: 1e6, noNaN: true }), (least, span) => {
      const most = least + span;
      const { from, to } = endsFor(least, most);
      expect(from).toBeLessThanOrEqual(least);
      expect(to).toBeGreaterThanOrEqual(most);
      expect(to - from).toBeLessThan(1.6 * (most - least));
      const marks = marksBetween(from, to);
      expect(marks.length).toBeGreaterThanOrEqual(3);
      expect(marks.length).toBeLessThanOrEqual(8);
      const drawn = { name: {}, from, to };
      const place = placeOf(drawn, least, [300, 620], 16);
      expect(Math.abs(valueAt(drawn, place, [300, 620]) - least)).toBeLessThanOrEqual((to - from) / 5_000);
      expect((to - from) / 100).toBeGreaterThan(
        0.5 * 10 ** -decimalsOf(drawn) * (decimalsOf(drawn) === 9 ? 0 : 1),
      );
    }),
    { numRuns: 1_000, seed: 18 },
  );
});

const extreme = fc.oneof(
  fc.double({ min: -LARGEST_NUMBER, max: LARGEST_NUMBER, noNaN: true }),
  fc.constantFrom(0, 5e-324, -5e-324, 1e-310, 1e-300, 1e-290, 2e-290, LARGEST_NUMBER, -LARGEST_NUMBER),
);

test('whatever the numbers of a column are, its axis has ends and few marks', () => {
  fc.assert(
    fc.property(extreme, extreme, (one, other) => {
      const [least, most] = [Math.min(one, other), Math.max(one, other)];
      const { from, to } = endsFor(least, most);
      expect([from, to].every(Number.isFinite)).toBe(true);
      expect(marksBetween(from, to).length).toBeLessThanOrEqual(14);
      expect(marksBetween(least, most).length).toBeLessThanOrEqual(8);
    }),
    { numRuns: 2_000, seed: 19, examples: [[0, 5e-324]] },
  );
  expect(endsFor(0, 5e-324)).toEqual({ from: -0.1, to: 0.1 });
  for (const [from, to] of [
    [0, 5e-324],
    [0, Infinity],
    [0, NaN],
    [-1.7e308, 1.7e308],
  ] as const)
    expect(marksBetween(from, to)).toEqual([]);
});

test('between ends that are as good as one there is no axis', () => {
  const name = { en: 'x' };
  expect(v.safeParse(axis, { name, from: 0, to: 5e-324 }).issues).toMatchObject([{ message: 'wrong-order' }]);
  expect(v.is(axis, { name, from: 0, to: 1e-280 })).toBe(true);
});
