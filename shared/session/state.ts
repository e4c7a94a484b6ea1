import type { Grade } from '../activities/activity';
import type { BoundActivity } from '../activities/erase';
import type { Lesson } from '../lessons/lesson';
import type { Seed } from '../rng';
import type { TrainingResult } from '../training/request';
import type { Hash, Job, NameId, Pace, PhoneStage, SeatId, Stage } from './events';

export interface Seat {
  readonly id: SeatId;
  name: NameId;
  token: Hash;
  ticket: Hash | null;
  kicked: boolean;
  pace: Pace;
}

/** The submission that counts for a seat in a step. */
export interface Answer {
  readonly seq: number;
  readonly submission: unknown;
  /** Null while it is being trained. */
  readonly grade: Grade | null;
  readonly points: number | null;
  readonly job: Job | null;
  /** Which of the two votes it was given in, where the class votes again. */
  readonly vote: 1 | 2;
}

/** A configuration that somebody submitted, and what became of its training. */
export interface JobState {
  readonly run: number;
  readonly submission: unknown;
  readonly status: 'training' | 'done' | 'failed';
  readonly result: TrainingResult | null;
  readonly grade: Grade | null;
  readonly points: number | null;
}

/**
 * An open step's time, in ms of the session's clock. More than `total` left: the task is still being read.
 * `frozen`: milliseconds left while time stands still.
 */
export interface Countdown {
  readonly total: number;
  readonly deadline: number;
  readonly frozen: number | null;
  /** What the step was opened with: the part that a seat's own pace stretches. */
  readonly opened: { readonly reading: number; readonly total: number };
}

export interface StepState {
  readonly activity: BoundActivity;
  /** The seed of this step's hidden data. */
  readonly secret: Seed;
  phase: 'waiting' | 'open' | 'closed' | 'revealed';
  countdown: Countdown | null;
  /** The seats that it stays open for since the class's time is over; null before that. */
  waits: ReadonlySet<SeatId> | null;
  readonly answers: Map<SeatId, Answer>;
  /** The trained submissions of each seat whose training did not fail, in order. */
  readonly tries: Map<SeatId, readonly Answer[]>;
  readonly jobs: Map<string, JobState>;
  vote: 1 | 2;
  /** The answers of the first vote, once the class votes again. */
  firstVote: ReadonlyMap<SeatId, Answer> | null;
  /** Seats that were there while it was open, or answered. */
  readonly present: Set<SeatId>;
}

/** A line of the board. Ranks start at 1; ties share one. */
export interface BoardRow {
  readonly seat: SeatId;
  readonly rank: number;
  readonly points: number;
  readonly right: number;
  /** Steps the seat was present for, of those that counted so far. */
  readonly steps: number;
}

/** A live session, rebuilt from its log by `evolve` alone. */
export interface SessionState {
  readonly lesson: Lesson;
  readonly host: string;
  readonly code: string;
  readonly seed: Seed;
  readonly limit: number;
  readonly wall: string;
  /** The last event's place in the log, and its time on the session's clock. */
  seq: number;
  at: number;
  locked: boolean;
  stage: Stage;
  /** Where students are: with what a step came to until another one opens. */
  onPhones: PhoneStage;
  readonly seats: Map<SeatId, Seat>;
  readonly tokens: Map<Hash, SeatId>;
  /** Tokens of devices whose seat has moved on. */
  readonly moved: Set<Hash>;
  readonly steps: StepState[];
  /** Commands that are in the log already. */
  readonly commands: Set<string>;
  /** Whether students see the board and their places before the podium. */
  boardShown: boolean;
  board: readonly BoardRow[];
  readonly places: Map<SeatId, BoardRow>;
}

/** A step with its number. */
export interface Numbered {
  readonly index: number;
  readonly step: StepState;
}

/** The step that a stage is about; null in the lobby, on the podium and after the end. */
export function stepAt(state: SessionState, stage: Stage): Numbered | null {
  if (stage.at !== 'step' && stage.at !== 'board') return null;
  const step = state.steps[stage.step];
  return step ? { index: stage.step, step } : null;
}

/** The step on stage. */
export const stepOnStage = (state: SessionState): Numbered | null => stepAt(state, state.stage);

/** How many seats have answered a step; who was kicked is not counted. */
export function answeredIn(state: SessionState, step: StepState): number {
  let answered = 0;
  for (const seat of step.answers.keys()) if (state.seats.get(seat)?.kicked === false) answered += 1;
  return answered;
}

/** The step that takes answers now; there is at most one. */
export function openStep(state: SessionState): Numbered | null {
  const index = state.steps.findIndex((step) => step.phase === 'open');
  const step = state.steps[index];
  return step ? { index, step } : null;
}
