import { expect } from 'vitest';
import { addSampleGradient, type Run } from '#shared/training/run';

const NUDGE = 1e-6;
const TOLERANCE = 2e-6;

/** Biases start at 0, where a wrong bias would not show, and relu has no slope: every parameter is moved a little. */
function unsettle({ weights }: Run): void {
  weights.forEach((w, i) => (weights[i] = w + 0.1 * ((i % 7) - 2.7)));
}

/** The derivative of a cost by each parameter, in 64 bits, by central differences. */
export function differences(
  weights: ArrayLike<number>,
  cost: (parameters: readonly number[]) => number,
): number[] {
  const nudged = (w: number, by: number) => Array.from(weights, (value, i) => (i === w ? value + by : value));
  return Array.from(weights, (_, w) => (cost(nudged(w, NUDGE)) - cost(nudged(w, -NUDGE))) / (2 * NUDGE));
}

/** Holds the gradient of a fresh run for one sample against its cost as a network in 64 bits tells it. */
export function expectGradient(
  run: Run,
  sample: number,
  cost: (parameters: readonly number[]) => number,
): void {
  unsettle(run);
  addSampleGradient(run, sample);
  differences(run.weights, cost).forEach((derivative, w) => {
    const own = run.gradient[w] as number;
    expect(Math.abs(own - derivative)).toBeLessThan(TOLERANCE * (1 + Math.abs(derivative)));
  });
}
