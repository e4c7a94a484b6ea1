import { tanh } from '../../training/math';
import type { Submission } from './config';

/** How far each slider goes to either side of 0, in tenths. */
export const LIMITS: Readonly<Submission> = { h: 30, x: 20, b: 10 };

export type Part = keyof Submission;
/** In the order of the formula. */
export const parts: readonly Part[] = ['h', 'x', 'b'];

export const settable = (neuron: Submission): boolean =>
  parts.every((part) => Math.abs(neuron[part]) <= LIMITS[part]);

/** Equal for equal neurons: "25,3,0". */
export const keyOf = ({ h, x, b }: Submission): string => [h, x, b].join();

export function fromKey(key: string): Submission {
  const [h = 0, x = 0, b = 0] = key.split(',').map(Number);
  return { h, x, b };
}

/** How a string begins. */
export type Bit = 1 | -1;

/** h₁ … h_T of a string that begins with a bit and goes on with noise; before it h is 0. */
export function courseOf({ h: wh, x: wx, b }: Submission, bit: Bit, noise: ArrayLike<number>): number[] {
  let h = tanh((wx * bit + b) / 10);
  const course = [h];
  for (let i = 0; i < noise.length; i++) {
    h = tanh((wh * h + wx * (noise[i] ?? 0) + b) / 10);
    course.push(h);
  }
  return course;
}
