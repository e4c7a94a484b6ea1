import type { Initialiser } from './initial';
import type { LayOut } from './lanes/layout';

/** Parameters that are stored together and initialised alike. */
export interface Group {
  /** `weights` are drawn, and penalised; `biases` begin at 0, `gains` at 1. */
  readonly kind: 'weights' | 'biases' | 'gains';
  readonly first: number;
  readonly count: number;
  /** Numbers that come into one neuron of the layer, and neurons that one number goes into: for Xavier and He. */
  readonly before: number;
  readonly after: number;
}

/**
 * A network of some family, without its weights: how a sample goes forwards and its error backwards. It has arrays
 * of its own, used again for each sample, so nothing is allocated while it learns.
 */
export interface Network {
  readonly inputs: number;
  readonly parameterCount: number;
  /** In the order in which the parameters stand. */
  readonly groups: readonly Group[];
  /** How its weights begin unless a recipe says otherwise. */
  readonly initialiser: Initialiser;
  /** The last sums z of the present sample, as many as the output has neurons. */
  readonly z: Float32Array;
  /** The derivative of the present sample's cost by each of these sums; the caller writes it before `backward`. */
  readonly deltas: Float32Array;
  /** Computes `z` for the sample whose numbers begin at x[at]. */
  readonly forward: (weights: Float32Array, x: Float32Array, at: number) => void;
  /** Adds the derivatives of the present sample's cost, by `deltas`, to the gradient. */
  readonly backward: (weights: Float32Array, gradient: Float32Array) => void;
  /** Of a transformer: how much the last block's heads attend to each position, head by head, query by query. */
  readonly attended?: Float32Array | undefined;
  /** Lays the network out for the kernel; without it the family is trained by the reference. */
  readonly layOut?: LayOut;
}
