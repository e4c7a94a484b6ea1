import { describe, expect, test } from 'vitest';
import { derive, rng } from '#shared/rng';
import { leastSquares } from '#shared/training/linear/closed';
import type { Learning } from '#shared/training/request';
import { train } from '#shared/training/train';
import { trainer } from '#shared/training/trainer';
import { SEED } from '../../support/session';

/** F. J. Anscombe 1973, "Graphs in Statistical Analysis": four sets with one line. */
const X = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
const X4 = [8, 8, 8, 8, 8, 8, 8, 19, 8, 8, 8];
const quartet = [
  [X, [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68]],
  [X, [9.14, 8.14, 8.74, 8.77, 9.26, 8.1, 6.13, 3.1, 9.13, 7.26, 4.74]],
  [X, [7.46, 6.77, 12.74, 7.11, 7.81, 8.84, 6.08, 5.39, 8.15, 6.42, 5.73]],
  [X4, [6.58, 5.76, 7.71, 8.84, 8.47, 7.04, 5.25, 12.5, 5.56, 7.91, 6.89]],
] as const;

const random = rng(SEED, 'planes');
const between = (low: number, high: number) => low + (high - low) * random.unit();
const INPUTS = 3;
const x = Array.from({ length: 60 * INPUTS }, () => Math.fround(between(-1, 1)));
const y = Array.from({ length: 60 }, (_, i) =>
  Math.fround(2 * (x[3 * i] as number) - (x[3 * i + 1] as number) + 0.5 + between(-1, 1)),
);

const recipe: Learning = { train: { x, y }, rate: 0.3, batch: 60, seeds: [SEED] };
const closed = { ...recipe, family: 'linear', solve: 'closed' } as const;

/** What the weights, the bias last, get wrong of each sample. */
const errors = (weights: ArrayLike<number>) =>
  y.map(
    (answer, i) =>
      [0, 1, 2].reduce(
        (sum, j) => sum + (weights[j] as number) * (x[3 * i + j] as number),
        weights[3] as number,
      ) - answer,
  );

describe('least squares', () => {
  test.each(quartet)('find the line of Anscombe in each of his sets', (inputs, answers) => {
    const [w, b] = leastSquares({ x: inputs, y: answers, inputs: 1 });
    expect(w).toBeCloseTo(0.5, 3);
    expect(b).toBeCloseTo(3, 2);
  });

  test('leave errors that no input and no bias could make smaller', () => {
    const left = errors(leastSquares({ x, y, inputs: INPUTS }));
    expect(Math.abs(left.reduce((sum, error) => sum + error, 0))).toBeLessThan(1e-5);
    for (const input of [0, 1, 2]) {
      const along = left.reduce((sum, error, i) => sum + error * (x[3 * i + input] as number), 0);
      expect(Math.abs(along)).toBeLessThan(1e-5);
    }
    expect(Math.max(...left.map(Math.abs))).toBeGreaterThan(0.5);
  });

  test('pass through every sample if there are no more of them than parameters', () => {
    const few = { x: [1, 2, 3, 4, 5, 7], y: [1, -1], inputs: 3 };
    const weights = leastSquares(few);
    for (const i of [0, 1]) {
      const told = [0, 1, 2].reduce(
        (sum, j) => sum + (weights[j] as number) * (few.x[3 * i + j] as number),
        weights[3] as number,
      );
      expect(told).toBeCloseTo(few.y[i] as number, 5);
    }
  });

  test('give weight 0 to a copy, a constant, nothing, and what is a copy but for rounding', () => {
    const wider = y.flatMap((_, i) => {
      const a = x[3 * i] as number;
      return [a, 0, a, 0.1, 2 * a + 0.5];
    });
    const [own, empty, copy, constant, turned, b] = leastSquares({
      x: Float32Array.from(wider),
      y,
      inputs: 5,
    });
    const [alone, bias] = leastSquares({ x: x.filter((_, i) => i % 3 === 0), y, inputs: 1 });
    expect([empty, copy, constant, turned]).toEqual([0, 0, 0, 0]);
    expect(own).toBeCloseTo(alone as number, 5);
    expect(b).toBeCloseTo(bias as number, 5);
  });

  test('of no sample are 0', () => {
    expect([...leastSquares({ x: [], y: [], inputs: 2 })]).toEqual([0, 0, 0]);
  });
});

describe('a linear network in closed form', () => {
  test.each([0, 0.2])('is what descent comes to, with l2 = %d', (l2) => {
    const descending = trainer({ ...recipe, family: 'linear', l2 }, 0);
    descending.tick(400);
    const solved = trainer({ ...closed, l2 }, 0);
    descending.weights.forEach((w, i) => expect(w).toBeCloseTo(solved.weights[i] as number, 5));
    expect(solved.loss).toBeCloseTo(descending.loss, 5);
  });

  test('needs no epoch, and none changes it', () => {
    const judged = { open: recipe.train, hidden: recipe.train };
    const result = train({ ...closed, ...judged, epochs: 0 });
    const mean = errors(result.weights).reduce((sum, error) => sum + error * error, 0) / y.length;
    expect(result.hidden).toBeCloseTo(mean, 5);
    const later = train({ ...closed, ...judged, epochs: 5 });
    expect(later).toMatchObject({ hidden: result.hidden, weights: result.weights });
    expect(new Set(later.losses.flat())).toEqual(new Set(result.losses.flat()));
  });

  test('depends on no seed and no rate', () => {
    const other = { ...closed, rate: 1e9, seeds: [derive(SEED, 'other')] };
    expect(trainer(other, 0).weights).toEqual(trainer(closed, 0).weights);
  });

  test('diverges politely where 64 bits overflow', () => {
    const huge = { x: [1e38, -1e38, 1e38], y: [1e38, 1, -1e38].map((value) => value * 10) };
    const result = train({ ...closed, train: huge, open: recipe.train, hidden: recipe.train, epochs: 0 });
    expect(result.diverged).toBe(1);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  test('diverges politely where the answer is finite in 64 bits, and not in 32', () => {
    const steep = { x: [1e-38, 2e-38, 3e-38], y: [1e3, 2e3, 3e3] };
    const asked = { ...closed, train: steep, open: steep, hidden: steep, epochs: 0 };
    const answer = leastSquares({ ...steep, inputs: 1 });
    expect([...answer].some(Number.isFinite) && ![...answer].every(Number.isFinite)).toBe(true);
    const result = train(asked);
    expect(result).toMatchObject({ diverged: 1, weights: [] });
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  test('knows none with l1', () => {
    expect(() => trainer({ ...closed, l1: 0.1 }, 0)).toThrow(RangeError);
  });
});
