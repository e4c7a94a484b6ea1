import type { Activation } from '../activation';
import type { Output } from '../output';

/** Pictures are squares of this many pixels a side, row by row. */
export const SIDE = 8;

/** Kernels of 3 x 3 that glide over the picture without leaving it, then relu, then pooling. */
export interface Convolution {
  /** How many kernels, each with a bias. */
  readonly kernels: number;
  /** What stands for each window in the next layer: its largest number or the mean. */
  readonly pool: 'max' | 'mean';
  /** The window: 1 (no pooling), 2 x 2 side by side (what is left over at the edge is dropped), or the whole map. */
  readonly window: 1 | 2 | 'all';
}

/** One or two convolutions on 8x8 pictures, then dense layers. */
export interface CnnDesign {
  readonly family: 'cnn';
  /** They have to fit into the picture: `fits`. */
  readonly convolutions: readonly Convolution[];
  /** Neurons of each hidden dense layer after them. */
  readonly layers: readonly number[];
  /** Of those hidden neurons. */
  readonly activation: Activation;
  readonly output: Output;
}
