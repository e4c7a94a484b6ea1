import { expect, test } from 'vitest';
import { badgesOf } from '../../../../client/activities/kit/badges';
import type { HeldLine } from '../../../../client/activities/kit/counts';
import { distanceBetween, SQUARE } from '../../../../client/activities/kit/plane';

const upright = (x: number, count: number): HeldLine => ({
  ...{ key: `x=${x}`, count },
  cut: { at: { x, y: 200 }, normal: { x: 1, y: 0 } },
});
const told = (lines: readonly HeldLine[]) => badgesOf(lines, SQUARE, []).map(({ count }) => count);

test('lines that coincide say how many they are, at most three of them', () => {
  expect(told([upright(40, 7), upright(120, 5), upright(200, 3), upright(300, 2), upright(380, 1)])).toEqual([
    7, 5, 3,
  ]);
});

test('a line that one student holds says nothing', () => {
  expect(told([upright(40, 1)])).toEqual([]);
});

test('a badge lies on its own line, off the points and off other badges', () => {
  const points = [60, 100, 140, 180].map((y) => ({ x: 100, y }));
  const badges = badgesOf([upright(100, 4), upright(130, 3)], SQUARE, points);
  expect(badges.map(({ x }) => x)).toEqual([100, 130]);
  for (const badge of badges)
    for (const point of points) expect(distanceBetween(badge, point)).toBeGreaterThanOrEqual(44);
  const [one, other] = badges;
  if (!one || !other) throw new Error('two badges');
  expect(distanceBetween(one, other)).toBeGreaterThanOrEqual(64);
});

test('a line outside the picture has no badge', () => {
  expect(told([upright(900, 6)])).toEqual([]);
});
