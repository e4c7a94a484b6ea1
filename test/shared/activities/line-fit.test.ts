import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HELD, RANGE, type Config, type Heights } from '#shared/activities/line-fit/config';
import { split } from '#shared/activities/line-fit/data';
import { leastSquares, marksOf } from '#shared/activities/line-fit/fit';
import { grade } from '#shared/activities/line-fit/grade';
import {
  coefficients,
  heightAt,
  meanLine,
  meanSquare,
  penguinAt,
  sizeOf,
} from '#shared/activities/line-fit/line';
import { bots } from '#shared/activities/line-fit/samples';
import { scoreOf } from '#shared/activities/line-fit/score';
import { reveal, view } from '#shared/activities/line-fit/view';
import { rng } from '#shared/rng';
import { flippers } from '#shared/training/sets/flippers';
import { SEED } from '../../support/session';

const config: Config = { data: 'penguins', visible: 60 };
const { shown, hidden } = split(config);
const marks = marksOf(config);
const { best, start } = marks;

const birdsOf = (cloud: readonly number[]) =>
  Array.from({ length: sizeOf(cloud) }, (_, i) => penguinAt(cloud, i));
const sent = (heights: Heights) => ({ guess: 4_500, heights });
const score = (heights: Heights) => grade(config, sent(heights)).score;
const mean = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0) / numbers.length;

test('of 342 penguins 60 are seen, and what is seen tells nothing of the other 282 but one flipper', () => {
  expect(flippers.length).toBe(342);
  expect([sizeOf(shown), sizeOf(hidden)]).toEqual([60, 282]);
  expect(view(config)).toEqual({ data: 'penguins', cloud: shown, newcomer: 220, hidden: 282 });
  const all = [...birdsOf(shown), ...birdsOf(hidden)].map((bird) => bird.join());
  expect(all.sort()).toEqual(flippers.map((bird) => bird.join()).sort());
});

test('all stand inside the picture, and the best line too', () => {
  for (const [flipper, mass] of flippers) {
    expect(flipper > RANGE.flipper[0] && flipper < RANGE.flipper[1]).toBe(true);
    expect(mass > RANGE.mass[0] && mass < RANGE.mass[1]).toBe(true);
  }
});

test('the new penguin is one of the hidden ones, and measures as none that is seen', () => {
  for (let visible = 20; visible <= 200; visible++) {
    const { shown, hidden, newcomer } = split({ ...config, visible });
    const among = (cloud: readonly number[]) =>
      birdsOf(cloud).some((bird) => bird.join() === newcomer.join());
    expect([among(shown), among(hidden)]).toEqual([false, true]);
  }
});

describe('least squares', () => {
  test('is what the normal equations give, within half a step of the grid', () => {
    const seen = birdsOf(shown);
    const [x, y] = [mean(seen.map(([flipper]) => flipper)), mean(seen.map(([, mass]) => mass))];
    const w =
      mean(seen.map(([flipper, mass]) => (flipper - x) * (mass - y))) /
      mean(seen.map(([flipper]) => (flipper - x) ** 2));
    for (const [end, flipper] of HELD.entries())
      expect(Math.abs((best[end] ?? 0) - (y + w * (flipper - x)))).toBeLessThanOrEqual(5);
  });

  test('has no line of the grid below it, among those in sight', () => {
    for (const left of [-10, 0, 10])
      for (const right of [-10, 0, 10]) {
        const other: Heights = [best[0] + left, best[1] + right];
        // Rounded to the grid, one of its neighbours may be as good to a thousandth.
        expect(meanSquare(other, shown)).toBeGreaterThan(0.999 * meanSquare(best, shown));
      }
  });

  test('finds a line again from points on it', () => {
    const height = fc.integer({ min: 250, max: 650 }).map((n) => 10 * n);
    fc.assert(
      fc.property(height, height, (left, right) => {
        const at = (flipper: number) => heightAt([left, right], flipper);
        expect(leastSquares([180, at(180), 200, at(200), 225, at(225)])).toEqual([left, right]);
      }),
    );
  });
});

describe('the score', () => {
  test('is 1 for least squares and 0 for the line at the start, on the hidden penguins', () => {
    expect([score(best), score(start)]).toEqual([1, 0]);
  });

  test('parts the two errors: for any number of penguins in sight the level line is far worse', () => {
    for (let visible = 20; visible <= 200; visible++) {
      const given = { ...config, visible };
      const { best, start } = marksOf(given);
      const { hidden } = split(given);
      expect(meanSquare(start, hidden) - meanSquare(best, hidden)).toBeGreaterThan(400_000);
    }
  });

  test('divides by nothing where the best line is no better than the level one', () => {
    const flat = { best: [4_000, 4_000], start: [4_000, 4_000] } as const;
    const cloud = [180, 4_000, 225, 4_000];
    const at = (heights: Heights) =>
      scoreOf(heights, { best: [...flat.best], start: [...flat.start] }, cloud);
    expect([at([4_000, 4_000]), at([4_000, 4_010])]).toEqual([1, 0]);
  });

  test('is clamp(1 − √e) of the mean squares', () => {
    const height = fc.integer({ min: 250, max: 650 }).map((n) => 10 * n);
    fc.assert(
      fc.property(height, height, (left, right) => {
        const [least, most] = [meanSquare(best, hidden), meanSquare(start, hidden)];
        const e = (meanSquare([left, right], hidden) - least) / (most - least);
        const wanted = Math.max(0, Math.min(1, 1 - Math.sqrt(Math.max(0, e))));
        expect(score([left, right])).toBeCloseTo(wanted, 6);
      }),
    );
  });

  test('of a slope that is off by a tenth is 0.89 to 0.92, and of one off by a fifth about 0.8', () => {
    const seen = birdsOf(shown);
    const middle = mean(seen.map(([flipper]) => flipper));
    const { w } = coefficients(best);
    const turned = (times: number): Heights => {
      const at = (flipper: number) => heightAt(best, middle) + times * w * (flipper - middle);
      return [at(HELD[0]), at(HELD[1])];
    };
    const off = [0.9, 1.1, 0.8, 1.2].map((times) => Number(scoreOf(turned(times), marks, hidden).toFixed(2)));
    expect(off).toEqual([0.89, 0.92, 0.79, 0.82]);
  });

  test('of the right slope, 200 g and 300 g too high, is 0.65 and 0.51', () => {
    const lifted = (up: number): Heights => [best[0] + up, best[1] + up];
    expect([200, 300].map((up) => Number(score(lifted(up)).toFixed(2)))).toEqual([0.65, 0.51]);
  });

  test('of the line along the long axis, in standard units, is 0.88: not right', () => {
    const seen = birdsOf(shown);
    const spread = (of: readonly number[]) => Math.sqrt(mean(of.map((n) => (n - mean(of)) ** 2)));
    const [x, y] = [seen.map(([flipper]) => flipper), seen.map(([, mass]) => mass)];
    const axis = HELD.map((flipper) => mean(y) + (spread(y) / spread(x)) * (flipper - mean(x)));
    const worth = scoreOf(axis as unknown as Heights, marks, hidden);
    expect(worth).toBeCloseTo(0.88, 2);
    expect(grade(config, sent(axis as unknown as Heights)).right).toBe(false);
  });

  test('of two handles anywhere is 0.09 on average, 0.23 for the best of three; one handle alone is worth little', () => {
    const worth = (i: string) => score(bots.random(config, rng(SEED, i)).heights);
    const one = Array.from({ length: 3_000 }, (_, i) => worth(`${i}`));
    const three = Array.from({ length: 3_000 }, (_, i) =>
      Math.max(...[0, 1, 2].map((j) => worth(`${i}/${j}`))),
    );
    expect(mean(one)).toBeCloseTo(0.09, 1);
    expect(mean(three)).toBeLessThan(0.26);
    expect(score(bots.givesUp(config).heights)).toBeLessThan(0.2);
  });
});

test('a mean line says the mean of what its lines say', () => {
  const lines = [
    { heights: [3_000, 5_000] as Heights, count: 3 },
    { heights: [4_000, 4_000] as Heights, count: 1 },
  ];
  expect(meanLine(lines)).toEqual([3_250, 4_750]);
  expect(meanLine([])).toBeNull();
});

test('the reveal tells what scored, and nothing before it does', () => {
  expect(reveal(config)).toEqual({ best, hidden, newcomer: [220, 5_400] });
  expect(JSON.stringify(view(config))).not.toContain(String(best[1]));
});

test('a half of the penguins that nobody sees judges as well as all of them do', () => {
  for (const share of [
    [0, 50],
    [50, 100],
  ] as const) {
    const half: Config = { ...config, share: [...share] };
    const part = split(half);
    expect(sizeOf(part.shown)).toBe(60);
    expect(Math.abs(sizeOf(part.hidden) - 121)).toBeLessThan(3);
    const of = (heights: Heights) => grade(half, sent(heights)).score;
    const { best: own, start: level } = marksOf(half);
    expect([of(own), of(level)]).toEqual([1, 0]);
    expect(of([own[0] + 300, own[1] + 300])).toBeGreaterThan(0.3);
    expect(coefficients(own).w).toBeCloseTo(49.3, 1);
  }
});
