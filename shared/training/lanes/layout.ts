import type { Aim } from './aim';
import type { Memory } from './memory';
import type { Program } from './program';

/** A network laid out in the kernel's memory, for up to so many samples at once. */
export interface Layout {
  /** Where its samples are put: rows of `inputs` vectors. */
  readonly x: number;
  /** Where its last sums and their deltas stand: rows of as many vectors as the output has neurons. */
  readonly z: number;
  readonly deltas: number;
  /** Whether derivatives need a gradient of their own even for plain descent: parameters that several rows share. */
  readonly ownGradient?: boolean;
  readonly addForward: (program: Program, weights: number) => void;
  /** From the deltas of the last sums to all derivatives. */
  readonly addBackward: (program: Program, weights: number, aim: Aim) => void;
}

/** Lays a network out; `rows`: the most samples that go through it at once. */
export type LayOut = (memory: Memory, rows: number) => Layout;
