import type { Seed } from '../../rng';
import { counted, type Counts } from '../neuron/lines';
import type { Config, Submission } from './config';
import { coarse, faintCourses, remembers } from './courses';
import { LATCH } from './grade';
import { accuraciesOf, type Accuracies } from './hidden';
import { fromKey, keyOf } from './neuron';
import { startAt } from './start';

/** The lengths, and the neuron that a seat finds; the projector has none. */
export interface View {
  readonly lengths: Config['lengths'];
  readonly start: Submission | null;
}

/** A latch that holds, and how often it is right on the hidden strings of each length. */
export interface Reveal {
  readonly latch: Submission;
  readonly accuracies: Accuracies;
}

/**
 * How many neurons there are, how many of them still tell the two strings in sight apart at the end, and how many students
 * hold each, by its key. `courses`: while the step is open, what its neurons look like instead (see `coarse`).
 */
export interface Summary {
  readonly all: number;
  readonly remember: number;
  readonly held: Counts;
  readonly courses: Counts;
}

export const view = ({ lengths }: Config, seat: Seed | null): View => ({
  lengths,
  start: seat === null ? null : startAt(seat),
});

export const reveal = (_config: Config, { secret }: { readonly secret: Seed }): Reveal => ({
  latch: LATCH,
  accuracies: accuraciesOf(LATCH, secret),
});

export const emptySummary = (): Summary => ({ all: 0, remember: 0, held: {}, courses: {} });

export const addToSummary = (
  _config: Config,
  { all, remember, held, courses }: Summary,
  submitted: Submission,
): Summary => ({
  all: all + 1,
  remember: remember + Number(remembers(submitted)),
  held: counted(held, keyOf(submitted)),
  courses,
});

/** How many remember is told at once; by which weights only once nobody can take them any more. */
export const whileOpen = ({ all, remember, held, courses }: Summary): Summary => ({
  ...{ all, remember, held: {} },
  courses: faintCourses([...Object.keys(courses), ...Object.keys(held).map((key) => coarse(fromKey(key)))]),
});
