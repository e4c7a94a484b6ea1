import type { Output } from '../output';

/**
 * An Elman cell that reads a sample step by step, h_t = tanh(W_x x_t + W_h h_(t-1) + b) from h_0 = 0, and one dense
 * layer on the last h.
 */
export interface RnnDesign {
  readonly family: 'rnn';
  /** Numbers of h, 1 to 16. */
  readonly neurons: number;
  /** Numbers that come in at each step; a sample has a whole number of steps. */
  readonly perStep: number;
  readonly output: Output;
}
