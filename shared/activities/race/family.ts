import type { Rng, Seed } from '../../rng';
import type { Design, Learning, TrainingRequest } from '../../training/request';
import type { Example, StepSamples } from '../activity';
import type { Config as AnyConfig, Submission as AnySubmission } from './config';
import type { Reveal, View as AnyView } from './view';

/** What a submission says to the core: which network, how it learns, and for how long. */
export type Choice = Design & Pick<Learning, 'rate' | 'batch'> & { readonly epochs: number };

/** The public sample, or the private one. */
export type Part = 'open' | 'hidden';

/** What a family brings to both sides. Nothing here knows hidden data: a phone loads it. */
export interface FamilyRules<Settings, Submission extends AnySubmission> {
  readonly owns: (submission: AnySubmission) => submission is Submission;
  /** The same text for the same configuration, and for no other of any family. */
  readonly key: (submission: Submission) => string;
  /** Whether the family's own controls could be set like this; rate, epochs and mini-batch are asked elsewhere. */
  readonly fits: (settings: Settings, submission: Submission) => boolean;
  /** Weights and biases: what each sample and epoch costs. */
  readonly parameters: (submission: Submission, settings: Settings) => number;
  /** Where the controls stand at first: something that hardly learns, and that the energy pays for. */
  readonly start: (settings: Settings) => Submission;
  /** What the step does not free is filled in. */
  readonly choice: (submission: Submission, settings: Settings) => Choice;
  /** The accuracy of whoever guesses, 0..1. */
  readonly guess: (settings: Settings) => number;
}

/** What a family brings to the server besides: its data, what does well on them, and simulated students. */
export interface Family<Config extends AnyConfig, Submission extends AnySubmission, View extends AnyView> {
  readonly view: (config: Config) => View;
  readonly parts: (config: Config, secret: Seed) => Pick<TrainingRequest, 'train' | 'open' | 'hidden'>;
  readonly samples: (config: Config) => StepSamples;
  readonly reveal: (config: Config, secret: Seed, seeds: readonly Seed[]) => Reveal;
  /** What does well on the step's data, and costs no more than par in a lesson that is well set. */
  readonly good: (config: Config) => Submission;
  /** Every control turned at random, within its limits. */
  readonly random: (config: Config, source: Rng) => Submission;
  /** What spends all energy: size and patience in place of an idea. */
  readonly biggest: (config: Config) => Submission;
  /** How good a result is, 0..1; without it what it says is an accuracy already. */
  readonly merit?: (config: Config, part: Part, value: number) => number;
  readonly examples: readonly Example<Config>[];
}
