import { expect } from 'vitest';
import type { Output } from '#shared/training/output';
import type { Samples } from '#shared/training/samples';
import { differences } from './differences';

/** A second implementation in 64 bits: from its parameters, the last sums of a sample. */
export type Plain = (parameters: readonly number[]) => (x: readonly number[]) => readonly number[];

/** W x + b; takes both from the front of the parameters. */
export function takeDense(flat: number[], before: number, neurons: number) {
  const W = Array.from({ length: neurons }, () => flat.splice(0, before));
  const b = flat.splice(0, neurons);
  return (x: readonly number[]) => W.map((row, i) => dot(row, x) + (b[i] as number));
}

export const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, i) => sum + value * (b[i] as number), 0);

export function softmax(z: readonly number[]): number[] {
  const powers = z.map(Math.exp);
  const sum = powers.reduce((all, power) => all + power, 0);
  return powers.map((power) => power / sum);
}

/** The cost of one sample by the definition, for the two kinds of output that these tests use. */
function costOf(output: Output, z: readonly number[], y: number): number {
  return output.curve === 'softmax' ? -Math.log(softmax(z)[y] as number) : ((z[0] as number) - y) ** 2 / 2;
}

/** The mean cost of all samples. */
export function meanCost(plain: Plain, output: Output, { x, y }: Samples) {
  const each = x.length / y.length;
  return (parameters: readonly number[]) => {
    const sumsOf = plain(parameters);
    return y.reduce((sum, answer, i) => {
      const z = sumsOf(x.slice(i * each, (i + 1) * each));
      return sum + costOf(output, z, answer) / y.length;
    }, 0);
  };
}

/** Plain descent, its gradient by central differences: a training that shares nothing with ours. */
export function descended(
  parameters: readonly number[],
  cost: (p: readonly number[]) => number,
  rate: number,
  steps: number,
): number[] {
  let present = [...parameters];
  for (let step = 0; step < steps; step++) {
    const gradient = differences(present, cost);
    present = present.map((value, w) => value - rate * (gradient[w] as number));
  }
  return present;
}

/** Every number within `tolerance` of the right one, relative to 1 + its size. */
export function expectClose(own: ArrayLike<number>, right: readonly number[], tolerance: number): void {
  expect(own).toHaveLength(right.length);
  const errors = right.map((value, i) => Math.abs((own[i] as number) - value) / (1 + Math.abs(value)));
  expect(errors.reduce((most, error) => Math.max(most, error), 0)).toBeLessThan(tolerance);
}
