import fc from 'fast-check';
import { expect, test } from 'vitest';
import { origins, packing, placeOf, type Room } from '../../../../client/activities/kit/dots';
import { lanesOf, type DotRow } from '../../../../client/activities/kit/rows';

/** A band of the projector at 1280 x 720, as it is below the options of a choice. */
const band: Room = { width: 795, height: 120 };
const classes = fc.integer({ min: 1, max: 400 });
const rooms = fc.record({
  width: fc.integer({ min: 60, max: 1_600 }),
  height: fc.integer({ min: 8, max: 500 }),
});

test('every dot stands in its room, and no two in one place', () => {
  fc.assert(
    fc.property(classes, rooms, (count, room) => {
      const packed = packing(count, room);
      const places = Array.from({ length: count }, (_, dot) => placeOf(dot, packed, room));
      const half = packed.cell / 2 - 1e-6;
      const outside = places.filter(
        ({ x, y }) => x < half || x + half > room.width || y < half || y + half > room.height,
      );
      expect(outside).toEqual([]);
      expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBe(count);
    }),
  );
});

test.each([
  [5, 1, 56],
  [30, 2, 52],
  [300, 7, 17],
])('a class of %i stands in %i rows of cells of at least %i px', (count, rows, cell) => {
  const packed = packing(count, band);
  expect(packed.rows).toBe(rows);
  expect(packed.cell).toBeGreaterThanOrEqual(cell);
});

test('at the close every dot comes from a place of its own, and not from the next one', () => {
  fc.assert(
    fc.property(classes, (count) => {
      expect(new Set(origins(count, count)).size).toBe(count);
    }),
  );
  expect(origins(30, 3)).toEqual([0, 7, 14]);
  expect(origins(0, 3)).toEqual([]);
});

test('where one answer has several parts, each part comes from a place that there was', () => {
  const from = origins(10, 24);
  expect(from).toHaveLength(24);
  expect(new Set(from).size).toBe(10);
});

const row = (key: string, count: number, before: number | null = null): DotRow => ({
  ...{ key, count, before },
  right: null,
});

test('all rows have dots of one size, so that their lengths can be compared', () => {
  const lanes = lanesOf([row('a', 3), row('b', 25)], {
    a: { width: 600, height: 60 },
    b: { width: 600, height: 30 },
  });
  expect(lanes?.room).toEqual({ width: 600, height: 30 });
  expect(lanes?.packing).toEqual(packing(25, { width: 600, height: 30 }));
});

test('a first vote beside the second one has half of the height', () => {
  const lanes = lanesOf([row('a', 3, 9)], { a: { width: 600, height: 60 } });
  expect(lanes?.room.height).toBe(30);
  expect(lanes?.packing).toEqual(packing(9, { width: 600, height: 30 }));
});

test('nothing is drawn before every row has told its room', () => {
  expect(lanesOf([row('a', 3), row('b', 1)], { a: { width: 600, height: 60 } })).toBeNull();
});
