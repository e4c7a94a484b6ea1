import type { Output } from '../output';

/** One layer and no hidden neuron: a line, a plane, or one boundary for each class. */
export interface LinearDesign {
  readonly family: 'linear';
  /** Default: `linear`, which tells a number. */
  readonly output?: Output;
}
