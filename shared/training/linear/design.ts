import type { Output } from '../output';

/** One layer and no hidden neuron: a line, a plane, or one boundary for each class. */
interface Descending {
  readonly family: 'linear';
  readonly solve?: 'descent';
  /** Default: `linear`, which predicts a number. */
  readonly output?: Output;
}

/** The same for a number, in closed form by least squares: without epochs, rate or seeds. */
interface Closed {
  readonly family: 'linear';
  readonly solve: 'closed';
  readonly output?: Extract<Output, { readonly curve: 'linear' }>;
}

export type LinearDesign = Descending | Closed;
