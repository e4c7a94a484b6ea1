import { rng } from '#shared/rng';
import { SEED } from './session';

const SMALLEST = 2 ** -149;

/** The distance between neighbouring floats of 32 bits about `value`. */
const ulp = (value: number) =>
  Math.max(SMALLEST, 2 ** (Math.floor(Math.log2(Math.max(Math.abs(value), SMALLEST))) - 23));

const POINTS = 200_000;

/** Floats between `low` and `high`, some evenly spread, some at random. */
export function floats(low: number, high: number): number[] {
  const random = rng(SEED, `floats ${low} ${high}`);
  const at = (share: number) => Math.fround(low + (high - low) * share);
  return Array.from({ length: POINTS }, (_, i) => at(i % 2 ? random.unit() : i / POINTS));
}

/** Floats of any magnitude, subnormals too: random bits. */
export function anyPositive(): number[] {
  const random = rng(SEED, 'bits');
  return [
    ...new Float32Array(Uint32Array.from({ length: POINTS }, () => random.uint32() >>> 1).buffer),
  ].filter(Number.isFinite);
}

/** The worst distance from the 64-bit function, in ulp of the right answer. */
export function worst(
  own: (x: number) => number,
  right: (x: number) => number,
  at: readonly number[],
): number {
  return at.reduce((most, x) => Math.max(most, Math.abs(own(x) - right(x)) / ulp(right(x))), 0);
}

/** The sigmoid in 64 bits. */
export const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
