import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  chord,
  distanceBetween,
  pose,
  SIDE,
  SQUARE,
  stroke,
  type Cut,
} from '../../../../client/activities/kit/plane';

/** A cut through `at` whose side of class 1 lies at `degrees`, clockwise from the right. */
const cut = (x: number, y: number, degrees: number): Cut => {
  const angle = (degrees * Math.PI) / 180;
  return { at: { x, y }, normal: { x: Math.cos(angle), y: Math.sin(angle) } };
};

const anywhere = fc.integer({ min: -SIDE, max: 2 * SIDE });
const someCut = fc.tuple(anywhere, anywhere, fc.integer({ min: 0, max: 359 })).map((args) => cut(...args));

test('an upright cut through the middle is drawn from top to bottom', () => {
  const ends = chord(cut(200, 200, 0), SQUARE) ?? [];
  expect(ends.map(({ x }) => x)).toEqual([200, 200]);
  expect(ends.map(({ y }) => y).sort((a, b) => a - b)).toEqual([0, SIDE]);
});

test('what is drawn of a cut lies on it and within the box, and ends on the box’s border', () => {
  fc.assert(
    fc.property(someCut, (some) => {
      const ends = chord(some, SQUARE);
      fc.pre(ends !== null);
      for (const { x, y } of ends) {
        const off = (x - some.at.x) * some.normal.x + (y - some.at.y) * some.normal.y;
        expect(off).toBeCloseTo(0, 6);
        const nearest = Math.min(Math.abs(x), Math.abs(x - SIDE), Math.abs(y), Math.abs(y - SIDE));
        expect(nearest).toBeLessThan(1e-6);
        for (const along of [x, y]) expect(Math.abs(along - SIDE / 2)).toBeLessThanOrEqual(SIDE / 2 + 1e-6);
      }
    }),
  );
});

test('a cut is the same line from whichever of its places it is told', () => {
  const here = chord(cut(200, 200, 45), SQUARE) ?? [];
  const there = chord(cut(100, 300, 45), SQUARE) ?? [];
  expect(here).toHaveLength(2);
  here.forEach((end, i) => expect(distanceBetween(end, there[i] ?? end)).toBeLessThan(1e-9));
});

test('a cut that passes outside is not drawn', () => {
  expect(chord(cut(-1, 200, 0), SQUARE)).toBeNull();
  expect(chord(cut(200, SIDE + 1, 90), SQUARE)).toBeNull();
});

test('a pose lays what is drawn along x towards class 1', () => {
  expect(pose(cut(30, 40, 0))).toBe('translate(30 40) rotate(0)');
  expect(pose(cut(30, 40, 90), { x: 1, y: 2 })).toBe('translate(1 2) rotate(90)');
});

test('a stroke is a path from one place to another', () => {
  expect(stroke({ x: 1, y: 2 }, { x: 3, y: 4 })).toBe('M1 2L3 4');
});
