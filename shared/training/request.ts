import type { Seed } from '../rng';
import type { CnnDesign } from './cnn/design';
import type { LinearDesign } from './linear/design';
import type { MlpDesign } from './mlp/design';
import type { OptimiserName } from './optimiser';
import type { Initialiser } from './initial';
import type { RnnDesign } from './rnn/design';
import type { Samples } from './samples';
import type { TransformerDesign } from './transformer/design';

export { activations, type Activation } from './activation';
export { initialisers, type Initialiser } from './initial';
export type { Points, Samples } from './samples';

/** A network without its weights: which family, and how big. */
export type Design = LinearDesign | MlpDesign | CnnDesign | RnnDesign | TransformerDesign;
export type Family = Design['family'];

/** How a network learns from its samples. */
export interface Learning {
  readonly train: Samples;
  /** Learning rate, above 0. */
  readonly rate: number;
  /** Samples in a mini-batch, 1 or more. */
  readonly batch: number;
  /** Default: plain descent. */
  readonly optimiser?: OptimiserName;
  /** Strength of the penalties on weights, 0 or more; default 0. */
  readonly l1?: number;
  readonly l2?: number;
  /** Default: He for relu and convolutions, Xavier for the others. */
  readonly initialiser?: Initialiser;
  /** One for each run; the initial weights and the order of samples come from it. */
  readonly seeds: readonly Seed[];
}

/** A network, what it learns from, and how. It has no hidden data, so a phone may have it. */
export type Recipe = Learning & Design;

/** What a configuration is judged by, and after how many epochs. */
interface Judging {
  readonly open: Samples;
  readonly hidden: Samples;
  readonly epochs: number;
}

/**
 * One configuration, to be trained from several initial weights at once. `train` is visible to students; `open` is
 * the public sample behind the figures of the round, `hidden` the private one behind the points.
 */
export type TrainingRequest = Recipe &
  Judging & {
    /** What the typical run is to put into classes in the end, the numbers of one sample after the other. */
    readonly read?: readonly number[];
  };

/**
 * What came out, medians over the runs. A network that decides among classes is judged by its accuracy, balanced over
 * the classes, 0..1; one that predicts a number by its mean squared error.
 */
export interface TrainingResult {
  /** The version of the numeric core, so that a score can be checked years later. */
  readonly core: string;
  readonly open: number;
  readonly hidden: number;
  /** Runs whose loss, weights or answers stopped being finite; they count as one that has learnt nothing. */
  readonly diverged: number;
  /** The training loss of each run at up to 40 epochs, evenly spaced, the first and the last among them. */
  readonly losses: readonly (readonly number[])[];
  /** `open` on the way and at the end, after so many epochs; results that were logged before this was kept do not say. */
  readonly openCurve?: readonly (readonly [epoch: number, open: number])[];
  /** The parameters of the run nearest to the median, in the order of its family. */
  readonly weights: readonly number[];
  /** The classes that these put what was to be read into; left out where nothing was. */
  readonly read?: readonly number[];
}
