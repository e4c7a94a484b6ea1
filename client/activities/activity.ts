import type { Component } from 'svelte';
import type { Run } from '#shared/session/views';

/**
 * What an activity's components may know of the step's phase; before it opens none of them is shown. A step that
 * nobody answers is `shown`, and nothing else.
 */
export type Phase = 'shown' | 'open' | 'closed' | 'revealed';

/**
 * The student's control. It fills the flex column it is put in, and keeps its own position: put it in a `{#key}`
 * of the step, so that a new step starts afresh.
 */
export interface PlayProps<View, Submission, Reveal> {
  readonly view: View;
  /** The submission that counts so far. */
  readonly submission: Submission | null;
  /** Where the student was before a reload. */
  readonly draft: Submission | null;
  readonly phase: Phase;
  /** Null until the reveal. */
  readonly reveal: Reveal | null;
  /** Every configuration that was submitted, where the server trains. */
  readonly runs: readonly Run[];
  /** Null where attempts are not counted. */
  readonly attemptsLeft: number | null;
  /** A submission is on its way. */
  readonly busy: boolean;
  /** Called at most four times a second; the last position always arrives. */
  readonly ondraft: (draft: Submission) => void;
  readonly onsubmit: (submission: Submission) => void;
}

/** The class picture: two thirds of the projector, small on the desk and in the review. */
export interface ScreenProps<View, Summary, Reveal> {
  readonly view: View;
  readonly phase: Phase;
  /** Null while it would give the answer away. */
  readonly picture: Summary | null;
  /** The picture of the first vote, once the class has voted again. */
  readonly before?: Summary | null;
  /** Configurations trained so far, of those submitted, where the server trains. */
  readonly training?: { readonly done: number; readonly of: number } | null;
  readonly reveal: Reveal | null;
  readonly answered: number;
}

/** One student's submission, drawn small. */
export interface ReviewProps<View, Submission, Reveal> {
  readonly view: View;
  readonly submission: Submission;
  readonly reveal: Reveal | null;
}

type Loaded<Props extends object> = () => Promise<{ readonly default: Component<Props> }>;

/** Where an activity's components are fetched from, each a chunk of its own. */
export interface Parts<View, Submission, Reveal, Summary> {
  readonly play: Loaded<PlayProps<View, Submission, Reveal>>;
  readonly screen: Loaded<ScreenProps<View, Summary, Reveal>>;
  readonly review: Loaded<ReviewProps<View, Submission, Reveal>>;
}

/** The parts of an activity whose types are forgotten: what the pages work with. */
export type ErasedParts = Parts<unknown, unknown, unknown, unknown>;

/**
 * The one place where a page's `unknown` becomes an activity's own types. What the server shows was parsed and
 * built by the same activity's rules; a draft that this device kept is judged by Play itself.
 */
export const erase = <View, Submission, Reveal, Summary>(
  parts: Parts<View, Submission, Reveal, Summary>,
): ErasedParts => parts as unknown as ErasedParts;
