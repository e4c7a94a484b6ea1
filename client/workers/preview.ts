import type { MlpDesign } from '#shared/training/mlp/design';
import type { Learning, TrainingRequest } from '#shared/training/request';

/** A run on the visible points, and the picture that is wanted of it. */
export interface PreviewTask {
  /** Trained from the first of its seeds. */
  readonly recipe: Learning & MlpDesign;
  /** The map shows both coordinates from minus this to this, in side x side predictions from the top left. */
  readonly extent: number;
  readonly side: number;
}

/** What the page asks of its worker. Only the latest `run` matters: answers about an older one are dropped. */
export type ToPreview =
  | { readonly type: 'prepare'; readonly run: number; readonly task: PreviewTask }
  /** Trains up to `epoch`, but for no longer than about `ms`. */
  | { readonly type: 'advance'; readonly run: number; readonly epoch: number; readonly ms: number }
  | { readonly type: 'judge'; readonly ask: number; readonly request: TrainingRequest };

/** How far a run is. */
export interface Progress {
  readonly run: number;
  readonly epoch: number;
  /** The loss after each epoch since the last message. */
  readonly losses: readonly number[];
  /** The share of visible points in the right class, 0..1, each class weighing the same. */
  readonly accuracy: number;
  readonly diverged: boolean;
  readonly map: Float32Array;
}

/** What the server found out too: accuracies on the public sample and on the private points. */
export interface Judgement {
  readonly ask: number;
  readonly open: number;
  readonly hidden: number;
  readonly weights: readonly number[];
}

export type FromPreview =
  ({ readonly type: 'progress' } & Progress) | ({ readonly type: 'judged' } & Judgement);
