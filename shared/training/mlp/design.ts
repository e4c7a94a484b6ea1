import type { Activation } from '../activation';
import type { Output } from '../output';

/** Dense layers one after the other. */
export interface MlpDesign {
  readonly family: 'mlp';
  /** Neurons of each hidden layer, 0 to 6 of them, 1 to 16 neurons (the core itself knows no limit). */
  readonly layers: readonly number[];
  /** Of the hidden neurons. */
  readonly activation: Activation;
  /** Default: one sigmoid neuron with cross-entropy. */
  readonly output?: Output;
}
