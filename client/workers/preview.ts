import type { Activation, Recipe, TrainingRequest } from '#shared/training/request';

/** A run on the visible data, and the picture that is wanted of it. */
export interface PreviewTask {
  /** Trained from the first of its seeds. */
  readonly recipe: Recipe;
  readonly picture: PlanePicture | ClassesPicture | SeriesPicture;
}

/** What a network that tells classes says of some of its samples, and which classes it mistakes for which (`seen`). */
export interface ClassesPicture {
  readonly of: 'classes';
  /** The samples that are shown. */
  readonly shown: readonly number[];
}

/** What a network predicts for each of its samples. */
export interface SeriesPicture {
  readonly of: 'series';
}

/** What dense layers with two inputs and one output say over the plane, and with a look inside each of their neurons. */
export interface PlanePicture {
  readonly of: 'plane';
  /** Neurons of each hidden layer. */
  readonly layers: readonly number[];
  readonly activation: Activation;
  /** The maps show both coordinates from minus this to this, in side x side values from the top left. */
  readonly extent: number;
  readonly side: number;
}

/**
 * What the page asks of its worker. Each message is answered once; only the latest `run` matters: answers about an
 * older one are dropped. `inside`: the answer shows every neuron.
 */
export type ToPreview =
  | { readonly type: 'prepare'; readonly run: number; readonly task: PreviewTask; readonly inside: boolean }
  | Advance
  | { readonly type: 'judge'; readonly ask: number; readonly request: TrainingRequest };

/** Trains up to `epoch`, but for no longer than about `ms`; up to where it stands, it is looked at only. */
export interface Advance {
  readonly type: 'advance';
  readonly run: number;
  readonly epoch: number;
  readonly ms: number;
  readonly inside: boolean;
}

/** How far a run is. */
export interface Progress {
  readonly run: number;
  readonly epoch: number;
  /** The loss after each epoch since the last message. */
  readonly losses: readonly number[];
  /** How good it is on the visible samples, 0..1: the share in the right class, each class weighing the same, or `merit`. */
  readonly accuracy: number;
  readonly diverged: boolean;
  /** What the task's picture is drawn from. */
  readonly map: Float32Array;
  readonly inside: Inside | null;
}

/** A look inside the network: in the plane what each neuron says, in the order of `neuronMaps`, and all parameters. */
export interface Inside {
  readonly maps: Float32Array;
  readonly weights: Float32Array;
}

/** What the server found out too: how good it is on the public sample and on the private ones, 0..1. */
export interface Judgement {
  readonly ask: number;
  readonly open: number;
  readonly hidden: number;
  readonly weights: readonly number[];
}

export type FromPreview =
  ({ readonly type: 'progress' } & Progress) | ({ readonly type: 'judged' } & Judgement);
