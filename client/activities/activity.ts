import type { Run } from '#shared/session/views';
import type { ClassTold, PartTold } from '#shared/session/together/told';
import type { Problem } from '#shared/problems';

/**
 * What an activity's components may know of the step's phase; before it opens none of them is on a phone. A step
 * without an answer, such as a slide, is `shown` and nothing else.
 */
export type Phase = 'shown' | 'open' | 'closed' | 'revealed';

/**
 * What every Play is given: the student's half of an activity. It fills the flex column it is put in, and keeps what
 * is in the student's hands: put it in a `{#key}` of the step, so that a new step starts afresh. A kind adds what it
 * can do: `PlayProps<View, Reveal> & Answering<Submission>`.
 */
export interface PlayProps<View, Reveal = null> {
  readonly view: View;
  readonly phase: Phase;
  /** Null until the reveal. */
  readonly reveal: Reveal | null;
}

/** Where students answer. */
export interface Answering<Submission> {
  /** The submission that counts so far. */
  readonly submission: Submission | null;
  /** A submission is on its way. */
  readonly busy: boolean;
  readonly onsubmit: (submission: Submission) => void;
}

/**
 * Where what a student holds is kept: for a reload and, where the kind has drafts, for the class picture and the close,
 * which counts it if nothing was sent.
 */
export interface Drafting<Submission> {
  /**
   * Where the student was before a reload or before the class voted again. A phone's memory may hold anything, so Play
   * judges it: see `startFrom` in kit/start.ts.
   */
  readonly draft: unknown;
  /** To be called at most four times a second (see `drafts` in kit/drafts.ts); the last position always arrives. */
  readonly ondraft: (draft: Submission) => void;
}

/** Where each student has an order of their own (see `Orders` in shared/activities/activity.ts). */
export interface Ordered {
  /** Empty or none: as everybody sees it. */
  readonly order: string | undefined;
}

/** Where the server trains what is submitted. */
export interface Training {
  /** Every configuration that was submitted. */
  readonly runs: readonly Run[];
  /** Null where attempts are not counted. */
  readonly attemptsLeft: number | null;
}

/** Where the class is reckoned together. */
export interface InClass<Measure> {
  /** What one's own answer is to the class while it tunes; null before the server has said it. */
  readonly part: PartTold | null;
  /** What it came to; null until the reveal. */
  readonly measure: Measure | null;
}

/** What every Screen is given: the class picture, two thirds of the projector, small on the desk and in the review. */
export interface ScreenProps<View, Summary = null, Reveal = null> {
  readonly view: View;
  readonly phase: Phase;
  /** Null while it would give the answer away. */
  readonly picture: Summary | null;
  readonly reveal: Reveal | null;
}

/** Where students answer: how many have, and how many could. */
export interface AnsweredScreen {
  readonly answered: number;
  readonly seats: number;
}

/** Where a class can discuss and vote again. */
export interface VotingScreen<Summary> {
  /** The picture of the first vote, once the class has voted again. */
  readonly before: Summary | null;
}

/** Where the server trains what is submitted. */
export interface TrainingScreen {
  /** Configurations trained so far, of those submitted; null before there are any. */
  readonly training: { readonly done: number; readonly of: number } | null;
}

/** Where the class is reckoned together. */
export interface TogetherScreen {
  /** What it comes to; null before anything was reckoned. */
  readonly together: ClassTold | null;
}

/** One student's submission, drawn small. */
export interface ReviewProps<View, Submission, Reveal = null> {
  readonly view: View;
  readonly submission: Submission;
  readonly reveal: Reveal | null;
}

/** What a class has drawn in a step, small and without words, as the projector shows it at the end. */
export interface DrawnProps<View, Summary> {
  readonly view: View;
  readonly picture: Summary;
  readonly label: string;
}

/** A step that nobody has answered, printed: its figure, and the room for an answer. */
export interface PaperProps<View> {
  readonly view: View;
}

/** Where the teacher can hide what somebody has written: from the close on, on the desk alone. */
export interface WrittenProps<Summary> {
  readonly picture: Summary;
  /** What is hidden, as the class picture would name it; the last one first. */
  readonly hidden: readonly string[];
  readonly onhide: (answer: string, hidden: boolean) => void;
}

/** A configuration while its teacher writes it: as far as it goes, right or not. */
export type DraftOf<Config> = { readonly [Field in keyof Config]?: DraftOf<Config[Field]> | undefined };

/** The form of a kind's configuration, where one that is made from the schema would not serve. */
export interface EditProps {
  /** JSON, of the kind's own version; whatever is missing or wrong in it, the form shows what it can. */
  readonly config: unknown;
  /** The kind's part of /api/lesson.schema.json, for fields that are made from it. */
  readonly schema: unknown;
  /** The languages of the lesson, the first one first. */
  readonly languages: readonly string[];
  /** What is wrong, with paths from the configuration's root. */
  readonly problems: readonly Problem[];
  readonly onchange: (config: unknown) => void;
}

/** What the editor knows of a kind, `client/activities/<kind>/edit.ts`; sentences are functions of their language. */
export interface KindEdit {
  /** Of the kind, as `start` is written and forms write it: what the step says as its `version`. */
  readonly version: number;
  /** What it is called, and in one line what a class does in it. */
  readonly name: () => string;
  readonly about: () => string;
  /** What a new step begins with, of the kind's own version: right as far as it goes. JSON. */
  readonly start: unknown;
  /**
   * What a form that is made from the schema calls a field, by its path without the places in lists: `energy.par`. With a
   * question mark behind it: what the switch is called of one that may be left out, `turn?`; with brackets: one row of
   * a list, `cards[]`.
   */
  readonly labels?: Readonly<Record<string, () => string>>;
  /** What explains a field, by the same path; that of '' stands above the form and says what can be set. */
  readonly hints?: Readonly<Record<string, () => string>>;
  /** The same of the values of a field that is one of several: by the path, then the value; '' where none is chosen. */
  readonly values?: Readonly<Record<string, Readonly<Record<string, () => string>>>>;
}

/** What the pages hand to whatever kind is on stage: the core and every capability. A kind takes what it declares. */
export type AnyPlayProps = PlayProps<unknown, unknown> &
  Answering<unknown> &
  Drafting<unknown> &
  Ordered &
  Training &
  InClass<unknown>;
export type AnyScreenProps = ScreenProps<unknown, unknown, unknown> &
  AnsweredScreen &
  VotingScreen<unknown> &
  TrainingScreen &
  TogetherScreen;
export type AnyReviewProps = ReviewProps<unknown, unknown, unknown>;
export type AnyDrawnProps = DrawnProps<unknown, unknown>;
export type AnyPaperProps = PaperProps<unknown>;
export type AnyWrittenProps = WrittenProps<unknown>;
