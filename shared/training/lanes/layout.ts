import type { GradientTarget } from './weight-gradient';
import type { Memory } from './memory';
import type { Program } from './program';

/** A network laid out in the kernel's memory, for up to so many samples at once. */
export interface Layout {
  /** Where its samples are put: rows of `inputs` vectors. */
  readonly x: number;
  /** Where its last sums and their deltas stand: rows of as many vectors as the output has neurons. */
  readonly z: number;
  readonly deltas: number;
  /**
   * Whether even plain descent has to store the gradient: so it is if rows add to parameters by other operations than
   * `weightGradient`, which alone can take the step at once.
   */
  readonly ownGradient?: boolean;
  readonly addForward: (program: Program, weights: number) => void;
  /** From the deltas of the last sums to the gradient of all parameters. */
  readonly addBackward: (program: Program, weights: number, target: GradientTarget) => void;
}

/** Lays a network out; `rows`: the most samples that go through it at once. */
export type LayOut = (memory: Memory, rows: number) => Layout;
