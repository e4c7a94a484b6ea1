import type { Seed } from '../../rng';
import type { Config, DataSet, Limits, Submission } from './config';
import type { JudgesFrom, PointsFrom } from './points';

/** The visible points, the controls, and what the energy allows: nothing here is secret. */
export interface View {
  readonly data: DataSet;
  readonly visible: PointsFrom;
  readonly samples: number;
  readonly limits: Limits;
  readonly freed: Config['freed'];
  readonly energy: Config['energy'];
  readonly accuracy: Config['accuracy'];
  readonly attempts: number;
}

/** What networks were judged by, the seeds of the runs, and a network that does well: a score can be checked. */
export interface Reveal {
  readonly judges: JudgesFrom;
  readonly seeds: readonly Seed[];
  readonly good: Submission;
}

/** What a student may see of a run of the server during the round. */
export interface Shown {
  /** On the public sample, 0..1. */
  readonly accuracy: number;
  /** The training loss of each seed, evenly spaced from the first epoch to the last. */
  readonly losses: readonly (readonly number[])[];
  /** Seeds whose loss ran away. */
  readonly diverged: number;
  readonly energy: number;
}

/** A run in the class picture; equal configurations are one run, since they train to the same bits. */
export interface ClassRun {
  readonly submission: Submission;
  /** Drawn from the configuration: which runs a full picture keeps, and in which order. */
  readonly lot: number;
  /** Students who hold it. */
  readonly count: number;
  readonly energy: number;
  /** On the public sample. */
  readonly accuracy: number;
  /** The median over the seeds, evenly spaced. */
  readonly losses: readonly number[];
}

/** The class picture: a bounded number of runs, however big the class. */
export interface Summary {
  /** Students with a submission, and those of them whose run is done. */
  readonly sent: number;
  readonly done: number;
  readonly runs: readonly ClassRun[];
  /** The best on the public sample, with its parameters for the decision map. */
  readonly leader: (ClassRun & { readonly weights: readonly number[] }) | null;
}
