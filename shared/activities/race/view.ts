import type { Seed } from '../../rng';
import type { ClassLabels } from '../../tables/own';
import type { Submission } from './config';
import type * as cnn from './families/cnn/config';
import type * as linear from './families/linear/config';
import type * as mlp from './families/mlp/config';
import type * as rnn from './families/rnn/config';
import type * as transformer from './families/transformer/config';
import type { PictureJudgesFrom, PicturesFrom } from './pictures/pictures';
import type { KnownData } from './plane/field';
import type { JudgesFrom, PointsFrom } from './plane/points';
import type { SeriesFrom, SeriesJudgesFrom } from './series/series';
import type { TokenJudgesFrom, TokensFrom } from './tokens/tokens';

/** What the controls let a student choose, what the energy allows, and the visible data: nothing here is secret. */
export type View = MlpView | LinearView | CnnView | RnnView | TransformerView;
export type MlpView = OnPlane<mlp.Settings>;
export type LinearView = OnPlane<linear.Settings>;

/** Points of the plane; with those of somebody's own table come the names of its columns and classes. */
type OnPlane<Settings> = Settings & { readonly visible: PointsFrom } & (
    { readonly data: KnownData } | { readonly data: 'own'; readonly labels: ClassLabels }
  );

export type CnnView = cnn.Settings & { readonly visible: PicturesFrom };
export type RnnView = rnn.Settings & { readonly visible: SeriesFrom };
export type TransformerView = transformer.Settings & { readonly visible: TokensFrom };

/** What networks were judged by, the seeds of the runs, and a network that does well: a score can be checked. */
export type Reveal =
  | RevealOf<'mlp', JudgesFrom, mlp.Submission>
  | RevealOf<'linear', JudgesFrom, linear.Submission>
  | RevealOf<'cnn', PictureJudgesFrom, cnn.Submission>
  | RevealOf<'rnn', SeriesJudgesFrom, rnn.Submission>
  | RevealOf<'transformer', TokenJudgesFrom, transformer.Submission>;

interface RevealOf<Family extends string, Judges, Good> {
  readonly family: Family;
  readonly judges: Judges;
  readonly seeds: readonly Seed[];
  readonly good: Good;
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
  /** Accuracy on the public sample after so many epochs, from 0 to the last: the median over the seeds. */
  readonly curve?: readonly CurvePoint[];
  /** In its place, of results from before that was kept: the loss on the visible points, evenly spaced. */
  readonly losses?: readonly number[];
}

export type CurvePoint = readonly [epoch: number, value: number];

/** What of the class picture leaves the server while the race is on. */
export interface Racing {
  readonly measure: 'accuracy' | 'loss';
  /** Each network's way, measured at equal steps from none to all of its own training; the leader's last. */
  readonly ways: readonly (readonly number[])[];
  /** The leader's accuracy on the public sample; null where its way is not among them. */
  readonly lead: number | null;
}

/** The class picture: a bounded number of runs, however big the class. */
export interface Summary {
  /** Students with a submission, and those of them whose run is done. */
  readonly sent: number;
  readonly done: number;
  readonly runs: readonly ClassRun[];
  /** The best on the public sample, with its parameters for the decision map. */
  readonly leader: (ClassRun & { readonly weights: readonly number[] }) | null;
  /** In the place of both while the race is on. */
  readonly racing?: Racing;
}
