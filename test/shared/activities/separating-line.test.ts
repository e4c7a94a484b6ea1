import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GRID, RANGE, type Line, type Point } from '#shared/activities/separating-line/config';
import { split } from '#shared/activities/separating-line/data';
import { grade } from '#shared/activities/separating-line/grade';
import { balancedError, pointOf, side, START } from '#shared/activities/separating-line/line';
import { scoreOf } from '#shared/activities/separating-line/score';
import { reveal, view } from '#shared/activities/separating-line/view';

const config = { data: 'penguins', visible: 100 } as const;
const { best } = reveal(config);
const { shown, hidden } = split(config);

/** A place and a class, as text. */
const listed = (birds: typeof shown) => birds.y.map((y, i) => [...pointOf(birds, i), y].join());

test('of 274 penguins 100 are seen, and what is seen tells nothing of the other 174', () => {
  expect([shown.y.length, hidden.y.length]).toEqual([100, 174]);
  expect(view(config)).toEqual({ data: 'penguins', birds: shown, hidden: 174 });
  expect(new Set(listed(shown)).size).toBeGreaterThan(90);
});

test('with a share of the birds that nobody sees, those judge and no others', () => {
  const shared = split({ ...config, share: [0, 40] });
  const rest = split({ ...config, share: [40, 100] });
  expect([shared, rest].map((one) => [one.shown.y.length, one.hidden.y.length])).toEqual([
    [100, 70],
    [100, 104],
  ]);
  expect(rest.shown).toEqual(shared.shown);
  const all = [shared.shown, shared.hidden, rest.hidden].flatMap(listed);
  expect(all.sort()).toEqual([...listed(shown), ...listed(hidden)].sort());
});

test('all stand inside the picture', () => {
  for (const birds of [shown, hidden])
    birds.y.forEach((_, i) => {
      const [length, depth] = pointOf(birds, i);
      expect(length > RANGE.length[0] && length < RANGE.length[1]).toBe(true);
      expect(depth > RANGE.depth[0] && depth < RANGE.depth[1]).toBe(true);
    });
});

test('the best line separates them all', () => {
  expect([balancedError(best, shown), balancedError(best, hidden)]).toEqual([0, 0]);
});

test('one feature alone leaves a third of the points behind', () => {
  const upright = (length: number): Line => ({
    from: [length, RANGE.depth[0]],
    to: [length, RANGE.depth[1]],
    swapped: false,
  });
  const level = (depth: number): Line => ({
    from: [RANGE.length[0], depth],
    to: [RANGE.length[1], depth],
    swapped: false,
  });
  const cuts = (range: readonly [number, number], grid: number) =>
    Array.from({ length: (range[1] - range[0]) / grid + 1 }, (_, i) => range[0] + i * grid);
  const lines = [
    ...cuts(RANGE.length, GRID.length).map(upright),
    ...cuts(RANGE.depth, GRID.depth).map(level),
  ];
  const most = Math.max(...lines.map((line) => grade(config, line).score));
  expect(most).toBeGreaterThan(0.5);
  expect(most).toBeLessThan(0.8);
});

test('where the handles start nothing is won, whichever side fires', () => {
  for (const swapped of [false, true]) expect(grade(config, { ...START, swapped }).score).toBeLessThan(0.1);
});

test('the score falls from 1 at an error of 0.01 to 0 at one half', () => {
  expect([0, 0.01, 0.5, 0.9].map((error) => scoreOf(error))).toEqual([1, 1, 0, 0]);
  expect(scoreOf(0.05)).toBeCloseTo(Math.log(10) / Math.log(50), 6);
});

test('swapping the sides turns every sign, exactly', () => {
  const place = fc.tuple(fc.integer({ min: 300, max: 620 }), fc.integer({ min: 110, max: 230 }));
  fc.assert(
    fc.property(place, place, place, (from: Point, to: Point, at: Point) => {
      const line = { from, to, swapped: false };
      expect(side({ ...line, swapped: true }, at) + side(line, at)).toBe(0);
    }),
  );
});
