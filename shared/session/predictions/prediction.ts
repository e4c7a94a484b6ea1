import type { AskedPrediction } from '../../lessons/asides';

/** How sure somebody is of a prediction, the least first. */
export const sureness = ['guess', 'think', 'sure'] as const;
export type Sureness = (typeof sureness)[number];

/** What a seat expects of a step. */
export interface Prediction {
  readonly option: string;
  readonly sure: Sureness;
}

/** What a class is asked before a step opens and, once it is revealed, what it had expected. */
export interface PredictionView extends Pick<AskedPrediction, 'question' | 'options'> {
  /** Null until the reveal. */
  readonly told: ToldPrediction | null;
}

export interface ToldPrediction {
  /** The option that came true; null where the class itself has found out. */
  readonly came: string | null;
  /** How many expected each option, by how sure they were, in the order of `sureness`. */
  readonly expected: Readonly<Record<string, readonly number[]>>;
}
