import type { Seed } from '../rng';

export const activations = ['tanh', 'relu', 'sigmoid', 'linear'] as const;
export type Activation = (typeof activations)[number];

/** How the first weights are drawn: uniform in a range for tanh (Glorot), for relu (He), or in -0.5 .. 0.5. */
export const initialisers = ['xavier', 'he', 'uniform'] as const;
export type Initialiser = (typeof initialisers)[number];

/** Points in the plane: x0, x1 and the class y*, 0 or 1. */
export interface Points {
  /** 2 numbers for each point. */
  readonly x: readonly number[];
  readonly y: readonly (0 | 1)[];
}

/**
 * One configuration, to be trained from several initial weights at once. `train` is visible to students; `open` is
 * the public sample behind the figures of the round, `hidden` the private one behind the points.
 */
export interface TrainingRequest {
  readonly family: 'mlp';
  readonly train: Points;
  readonly open: Points;
  readonly hidden: Points;
  /** Neurons of each hidden layer; none: a perceptron. */
  readonly layers: readonly number[];
  readonly activation: Activation;
  /** Default: He for relu, Xavier for the others. */
  readonly initialiser?: Initialiser;
  /** Learning rate, above 0. */
  readonly rate: number;
  /** Samples in a mini-batch, 1 or more. */
  readonly batch: number;
  readonly epochs: number;
  /** One for each run; the initial weights and the order of samples come from it. */
  readonly seeds: readonly Seed[];
}

/** What came out. Accuracies are balanced over the classes, medians over the runs, 0..1. */
export interface TrainingResult {
  /** The version of the numeric core, so that a score can be checked years later. */
  readonly core: string;
  readonly open: number;
  readonly hidden: number;
  /** Runs whose loss or weights stopped being finite; they count with accuracy 0.5. */
  readonly diverged: number;
  /** The training loss of each run at up to 40 epochs, evenly spaced, the first and the last among them. */
  readonly losses: readonly (readonly number[])[];
  /** The parameters of the run nearest to the median, layer by layer: W row by row, then b. */
  readonly weights: readonly number[];
}
