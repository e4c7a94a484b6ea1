import { describe, expect, test } from 'vitest';
import { RANGE, type Config, type Submission } from '#shared/activities/approximation/config';
import { fittedOf } from '#shared/activities/approximation/fitted';
import { distanceOf, grade, measure, scoreOf } from '#shared/activities/approximation/grade';
import { heldSums } from '#shared/activities/approximation/held';
import { approximation } from '#shared/activities/approximation/index';
import { mistakes } from '#shared/activities/approximation/mistakes';
import { networkOf, sumAt } from '#shared/activities/approximation/network';
import { FURTHEST, levelled, ownOf, targetOf } from '#shared/activities/approximation/own';
import { knows } from '#shared/activities/approximation/samples';
import { rightOf, startAt } from '#shared/activities/approximation/set';
import { plainOf, targetAt, type Target } from '#shared/activities/approximation/target';
import { addToSummary, emptySummary, view } from '#shared/activities/approximation/view';
import { derive, rng } from '#shared/rng';

const config: Config = { target: 'hill' };
const own: Config = { target: 'hill', own: true };
const wave: Config = { target: 'wave' };
const hill = plainOf(config);
const seats = Array.from({ length: 360 }, (_, i) => derive('class', `seat ${i}`));
const targets = seats.map((seat) => targetOf(own, seat));
const mean = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0) / numbers.length;

const set = (steepness: number, ...steps: readonly (readonly [number, number])[]): Submission => ({
  steps: steps.map(([place, height]) => ({ place, height })),
  steepness,
});
const scored = (target: Target, sent: Submission) => scoreOf(distanceOf(target, sent).error);
const evidence = { seat: 'any', secret: 'any' };

describe('the curves', () => {
  test('are sin²(πx), sin²(2πx) and 0.5 + 0.4 sin 2πx', () => {
    for (const x of [0, 0.1, 0.25, 0.5, 0.77, 1]) {
      const at = (shape: Target['shape']) => targetAt({ shape, shift: 0, down: false }, x);
      expect(at('hill')).toBeCloseTo(Math.sin(Math.PI * x) ** 2, 9);
      expect(at('humps')).toBeCloseTo(Math.sin(2 * Math.PI * x) ** 2, 9);
      expect(at('wave')).toBeCloseTo(0.5 + 0.4 * Math.sin(2 * Math.PI * x), 9);
    }
  });

  test('of a class are nine hills and nine valleys, level where they end within the picture', () => {
    const kinds = new Set(targets.map(({ shift, down }) => `${shift} ${down}`));
    expect(kinds.size).toBe(2 * (2 * FURTHEST + 1));
    const right: Target = { shape: 'hill', shift: FURTHEST, down: false };
    expect(targetAt(right, 0.1)).toBe(0);
    expect(targetAt(right, 0.7)).toBeCloseTo(1, 9);
    expect(targetAt({ ...right, down: true }, 0.7)).toBeCloseTo(0, 9);
  });
});

describe('ε', () => {
  test('is the largest distance at 1,001 points, and says where', () => {
    const sent = set(9, [4, 12], [13, -7]);
    const offs = Array.from({ length: 1001 }, (_, i) => {
      const x = i / 1000;
      const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));
      return Math.abs(
        1.2 * sigmoid(9 * (x - 0.2)) - 0.7 * sigmoid(9 * (x - 0.65)) - Math.sin(Math.PI * x) ** 2,
      );
    });
    const { error, at } = distanceOf(hill, sent);
    expect(error).toBeCloseTo(Math.max(...offs), 5);
    expect(offs[Math.round(1000 * at)]).toBeCloseTo(error, 5);
  });

  test('of the fits: two S curves make a hill, four make two of them, and fewer are no better than a level line', () => {
    const errors = (of: Config) => fittedOf(of).own.map(({ error }) => Number(error.toFixed(3)));
    expect(errors(config)).toEqual([0.5, 0.01]);
    expect(errors(wave)).toEqual([0.2, 0.2, 0.001]);
    expect(fittedOf(config).humps.map(({ error }) => Number(error.toFixed(3)))).toEqual([
      0.5, 0.5, 0.5, 0.012,
    ]);
    expect(fittedOf(wave).humps).toEqual([]);
  });

  test('cannot be less than half the height of a turn that is missing: k curves of one steepness turn k − 1 times', () => {
    const random = rng('turns', 'x');
    for (let i = 0; i < 300; i++) {
      const curves = Array.from({ length: 1 + random.below(4) }, () => ({
        ...{ c: random.unit(), h: 3 * random.unit() - 1.5 },
        s: 12,
      }));
      const heights = Array.from({ length: 400 }, (_, x) => sumAt({ bias: 0, curves }, x / 200 - 0.5));
      const slopes = heights.slice(1).map((height, x) => height - (heights[x] ?? 0));
      const ways = slopes.filter((slope) => Math.abs(slope) > 1e-5).map(Math.sign);
      const turns = ways.slice(1).filter((way, x) => way !== ways[x]).length;
      expect(turns).toBeLessThan(curves.length);
    }
  });
});

describe('the score', () => {
  test.each([
    ['up at 0.25, down at 0.75, steepness 15', set(15, [5, 10], [15, -10]), 1],
    ['steepness 13', set(13, [5, 10], [15, -10]), 1],
    ['steepness 12', set(12, [5, 10], [15, -10]), 0.89],
    ['steepness 20', set(20, [5, 10], [15, -10]), 0.92],
    ['steepness 25', set(25, [5, 10], [15, -10]), 0.65],
    ['steepness 40', set(40, [5, 10], [15, -10]), 0.34],
    ['a step a whole place off', set(15, [6, 10], [15, -10]), 0.5],
    ['the same, with all else set anew', set(11, [6, 11], [15, -11]), 0.79],
    ['both a place off to the same side', set(15, [6, 10], [16, -10]), 0.5],
    ['a tenth too low', set(15, [5, 9], [15, -9]), 0.65],
    ['up and up again', set(15, [5, 10], [15, 10]), 0],
    ['level in the middle', set(2, [10, 0], [10, 0]), 0],
  ] as const)('of %s', (_name, sent, score) => {
    expect(scored(hill, sent)).toBeCloseTo(score, 2);
  });

  test('is clamp(ln(0.4/ε) / ln 5)', () => {
    for (const error of [0.09, 0.1, 0.2, 0.3])
      expect(scoreOf(error)).toBeCloseTo(Math.log(0.4 / error) / Math.log(5), 6);
    expect(scoreOf(0.08)).toBeCloseTo(1, 6);
    expect([scoreOf(0), scoreOf(0.4), scoreOf(2)]).toEqual([1, 0, 0]);
  });

  test('of the wave takes three steps', () => {
    expect(distanceOf(plainOf(wave), rightOf('wave')).error).toBeCloseTo(0.057, 3);
    expect(grade(wave, rightOf('wave'), evidence)).toEqual({ score: 1, right: true });
  });

  test('is 1 for the right steps at each seat, next to 0 for steps anywhere, and little for a neighbour’s', () => {
    const random = rng('anywhere', 'x');
    const { random: guess } = approximation.answers?.bots ?? {};
    seats.forEach((seat, i) => {
      expect(scored(targets[i] ?? hill, knows(own, random, seat))).toBe(1);
    });
    expect(
      mean(targets.map((target, i) => (guess ? scored(target, guess(own, random, seats[i] ?? '')) : 1))),
    ).toBeLessThan(0.01);
    const neighbours = targets.map((target, i) =>
      scored(target, knows(own, random, seats[i + 1] ?? seats[0] ?? '')),
    );
    expect(mean(neighbours)).toBeLessThan(0.16);
  });
});

test('the class is drawn over one hill: what is right at any seat is the same there', () => {
  const random = rng('level', 'x');
  let summary = emptySummary();
  for (const seat of seats)
    summary = addToSummary(own, summary, knows(own, random, seat), { seat, secret: 'any' });
  expect(heldSums(summary)).toEqual([{ key: '15;5,10;15,-10', sum: rightOf('hill'), count: seats.length }]);
  const sent = set(9, [3, 4], [17, -12]);
  for (const target of targets) {
    expect(ownOf(levelled(sent, target), target)).toEqual(sent);
    const x = 0.6 + target.shift / 20;
    const sum = sumAt(networkOf(sent, target), x);
    const level = sumAt(networkOf(levelled(sent, target), hill), 0.6);
    expect(target.down ? 1 - sum : sum).toBeCloseTo(level, 5);
  }
});

test('the projector’s view tells no seat’s curve', () => {
  expect(view(own, null)).toEqual({ shape: 'hill', shift: 0, down: false, own: true });
  expect(view(wave, null)).toEqual({ shape: 'wave', shift: 0, down: false, own: false });
});

describe('a mistake has the name', () => {
  test.each([
    ['same', set(15, [5, 10], [15, 10])],
    ['same', startAt('hill', { down: false })],
    ['unequal', set(15, [5, 10], [15, -5])],
    ['soft', set(8, [5, 10], [15, -10])],
    ['hard', set(40, [5, 10], [15, -10])],
    ['place', set(15, [3, 10], [15, -10])],
  ] as const)('%s', (id, sent) => {
    expect(mistakes(config, sent, evidence).map((one) => one.id)).toEqual([id]);
  });

  test('none where it is right', () => {
    expect(mistakes(config, set(20, [5, 10], [15, -10]), evidence)).toEqual([]);
  });
});

test('what a sum came to is its error, where, and what the right steps come to', () => {
  const { error, at, best } = measure(config, set(15, [5, 10], [15, 10]), evidence);
  expect(error).toBeGreaterThan(1.9);
  expect(at).toBe(1);
  expect(best).toBeCloseTo(0.046, 3);
});

test('every control reaches both ends of what is checked', () => {
  const { check } = approximation.answers ?? {};
  const ends = [0, 1] as const;
  for (const end of ends) {
    const steps = [0, 1].map(() => ({ place: RANGE.place[end], height: RANGE.height[end] }));
    expect(check?.(config, { steps, steepness: RANGE.steepness[end] }, null).ok).toBe(true);
  }
});
