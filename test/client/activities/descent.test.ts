import { expect, test } from 'vitest';
import { ALONG, distanceOf, START, within } from '#shared/activities/descent/bowl';
import { SIDE } from '../../../client/activities/kit/plane';
import { curveOf, ballsOf } from '../../../client/activities/descent-cards/parabola';
import { ballsOf as classBalls } from '../../../client/activities/descent/balls';
import { FIRST, firstStep } from '../../../client/activities/descent/first-steps';
import { contoursOf, drawn, followed } from '../../../client/activities/descent/plane';
import { endsOf, fallingOf } from '../../../client/activities/descent/two-valleys';
import { hasStarted, startOf } from '../../../client/activities/descent/start';
import {
  costsOf,
  lastOf,
  leftOf,
  ownExponent,
  ownLevel,
  wayAt,
} from '../../../client/activities/descent/ways';

const view = { kappa: 10, steps: 20, steepness: 3 };

test('a ball that leaves the parabola’s picture is followed to where it left', () => {
  expect(ballsOf({ a: 1, eta: 20 })).toHaveLength(7);
  const away = ballsOf({ a: 4, eta: 60 });
  expect(away).toHaveLength(3);
  expect(away.at(-1)?.y).toBeLessThan(0);
});

test('the parabola passes through its minimum and through the ball’s start', () => {
  const [x0, y0, cx, cy, x1, y1] = [...curveOf({ a: 4 }).matchAll(/-?[\d.]+/g)].map(Number);
  const at = (t: number, [a = 0, b = 0, c = 0]: readonly (number | undefined)[]) =>
    (1 - t) ** 2 * a + 2 * t * (1 - t) * b + t * t * c;
  expect(at(0.5, [x0, cx, x1])).toBeCloseTo(SIDE / 2, 6);
  const [start] = ballsOf({ a: 4, eta: 10 });
  // p = 1 on the way from p = −4.8 to 4.8.
  const t = 5.8 / 9.6;
  expect(at(t, [x0, cx, x1])).toBeCloseTo(start?.x ?? NaN, 6);
  expect(at(t, [y0, cy, y1])).toBeCloseTo(start?.y ?? NaN, 6);
});

test('a steeper valley has its curves of equal cost closer together', () => {
  const [gentle, steep] = [contoursOf(view, -6), contoursOf(view, 6)];
  expect(steep.length).toBeGreaterThan(3 * gentle.length);
  for (const { rx, ry } of steep) expect(rx / ry).toBeCloseTo(Math.sqrt(10), 9);
});

test('a way that leaves the valley is followed a little beyond the picture, also where it is infinite', () => {
  const path = wayAt(view, 0);
  const places = followed([...path, { x: Infinity, y: NaN }]);
  expect(places.length).toBeLessThan(path.length);
  for (const { x, y } of places) expect(Math.abs(x) + Math.abs(y)).toBeLessThan(4 * SIDE);
});

test('the first steps go down the valley’s side, and hardly along it', () => {
  const { path, downhill } = firstStep(10, FIRST);
  const [from, to] = [within({ along: ALONG }, START), within({ along: ALONG }, lastOf(path))];
  expect(Math.abs(to.y)).toBeLessThan(Math.abs(from.y) / 50);
  expect(to.x / from.x).toBeGreaterThan(0.7);
  expect(downhill.from).toEqual(lastOf(path));
});

test('an η is another place of the slider in a steeper valley, and there and back is the same', () => {
  expect(ownLevel(view, -52)).toBe(-37);
  expect(ownExponent(view, -37)).toBe(-52);
});

test('the best η brings the ball near, a tenth of it does not, and a larger one loses it', () => {
  expect(leftOf(wayAt(view, -37))).toBeLessThan(0.03);
  expect(leftOf(wayAt(view, -87))).toBeGreaterThan(0.5);
  expect(leftOf(wayAt(view, -20))).toBeNull();
  const costs = costsOf(view, wayAt(view, -37));
  expect(costs).toHaveLength(21);
  expect(costs.at(-1)).toBeLessThan(0.001);
});

test('the class picture has a ball for each place, and counts those that left it', () => {
  const { inside, away } = classBalls(
    { ...view, steepness: null },
    { levels: { '-37': 5, '-87': 2, '-10': 3 } },
  );
  expect(inside.map(({ count }) => count)).toEqual([5, 2]);
  expect(away).toBe(3);
  expect(distanceOf(inside[0]?.at ?? START)).toBeLessThan(0.03);
  expect(drawn({ x: 0, y: 0 })).toEqual({ x: SIDE / 2, y: SIDE / 2 });
});

test('a slider starts where it was, else where it was sent from, else at η = 0.01', () => {
  expect(startOf(null, null)).toEqual({ exponent: -100 });
  expect(startOf({ exponent: 5 }, { exponent: -40 })).toEqual({ exponent: -40 });
  expect(startOf({ exponent: -30 }, { exponent: -40 })).toEqual({ exponent: -30 });
  expect(hasStarted('x', null)).toBe(false);
  expect(hasStarted({ exponent: -30 }, null)).toBe(true);
});

test('of two valleys each ball is told by where it starts, and each minimum by how many end there', () => {
  const balls = fallingOf({ '3': 2, '-12': 1, '15': 4 });
  expect(balls.map(({ place, count }) => [place, count])).toEqual([
    [-12, 1],
    [3, 2],
    [15, 4],
  ]);
  expect(endsOf(balls).map(({ p, count }) => [p.toFixed(2), count])).toEqual([
    ['-1.07', 1],
    ['0.91', 6],
  ]);
  expect(endsOf([]).map(({ count }) => count)).toEqual([0, 0]);
});
