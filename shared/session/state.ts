import type { Grade, Mistake } from '../activities/activity';
import type { BoundActivity } from '../activities/bound';
import type { Lesson } from '../lessons/lesson';
import type { Seed } from '../rng';
import type { TrainingResult } from '../training/request';
import type { Written } from '../words';
import type {
  DeviceId,
  EventOf,
  Hash,
  Heard,
  Job,
  NameId,
  NetworkId,
  Outcome,
  Pace,
  PhoneStage,
  SeatId,
  SentBy,
  Settled,
  Stage,
} from './events';
import type { Look } from './look';
import type { Prediction } from './predictions/prediction';
import type { Reckoned } from './together/reckoned';

export interface Seat {
  readonly id: SeatId;
  name: NameId;
  token: Hash;
  ticket: Hash | null;
  kicked: boolean;
  pace: Pace;
  /** Where it was taken last. What brings no mark is one device with all else of its network that brings none. */
  device: DeviceId;
  /** Null: nobody has noted it. */
  network: NetworkId | null;
  /** On the session's clock, ms. */
  readonly joinedAt: number;
}

/** The submission that counts for a seat in a step. */
export type Answer = {
  readonly seq: number;
  readonly submission: unknown;
  readonly sentBy: SentBy;
  readonly job: Job | null;
  /** Which of the two votes it was given in, where the class votes again. */
  readonly vote: 1 | 2;
} & Outcome;

/** What an answer is worth; null where nothing is graded, and while it is being trained. */
export const gradeOf = (answer: Outcome | null | undefined): Grade | null =>
  answer?.outcome === 'graded' ? answer.grade : null;

/** The points of an answer; null where it has no grade. */
export const pointsOf = (answer: Outcome | null | undefined): number | null =>
  answer?.outcome === 'graded' ? answer.points : null;

/** The outcome alone of an event or a job that has one. */
export const settledOf = (from: Settled): Settled =>
  from.outcome === 'graded'
    ? { outcome: 'graded', grade: from.grade, points: from.points }
    : { outcome: 'ungraded' };

/** The outcome alone, as it stands so far. */
export const outcomeOf = (from: Outcome): Outcome =>
  from.outcome === 'pending' ? { outcome: 'pending' } : settledOf(from);

/** A configuration that somebody submitted, and what became of its training. */
export type JobState = { readonly run: number; readonly submission: unknown } & (
  | { readonly status: 'training' | 'failed' }
  | ({ readonly status: 'done'; readonly result: TrainingResult } & Settled)
);

/** A network that reads everything that was handed in. */
export type Reader =
  { readonly status: 'training' | 'failed' } | { readonly status: 'done'; readonly heard: Heard };

/** What the class has handed in, as networks read it. `seats`: whose, in their order; none once the step is open again. */
export interface ClassReading {
  readonly run: number;
  readonly seats: readonly SeatId[];
  readonly readers: readonly Reader[];
}

/** What an event handed in, as the step's kind is today. */
export const submissionOf = (
  { activity }: Pick<StepState, 'activity'>,
  { submission, made, beside }: Pick<EventOf<'submitted'>, 'submission' | 'made' | 'beside'>,
): unknown => {
  if (beside && submission === null) return activity.answers?.erased ?? null;
  return activity.answers?.upgraded(submission, made) ?? submission;
};

/** Who has sent what an event handed in. */
export const sentByOf = ({ sentBy }: Pick<EventOf<'submitted'>, 'sentBy'>): SentBy => sentBy ?? 'student';

/** What came out of a job; null while it is trained, and if that failed. */
export const resultOf = (job: JobState | undefined): TrainingResult | null =>
  job?.status === 'done' ? job.result : null;

/**
 * The time of a step that is open, or shown for so long, in ms of the session's clock. More than `total` left: the task is still being read.
 * `frozen`: milliseconds left while time stands still.
 */
export interface Countdown {
  readonly total: number;
  readonly deadline: number;
  readonly frozen: number | null;
  /** What the step was opened with: the part that a seat's own pace stretches. */
  readonly opened: { readonly reading: number; readonly total: number };
}

/** What was handed in at a step, and what became of it: it does not matter on which stage, or whether on any. */
export interface StepLedger {
  readonly activity: BoundActivity;
  /** The seed of this step's hidden data. */
  readonly secret: Seed;
  readonly answers: Map<SeatId, Answer>;
  /** Whose answer the teacher has hidden. */
  readonly hidden: Set<SeatId>;
  /** The trained submissions of each seat whose training did not fail, in order. */
  readonly tries: Map<SeatId, readonly Answer[]>;
  readonly jobs: Map<string, JobState>;
  /** Where the class is reckoned together: what it has come to. */
  readonly together: Reckoned;
  /** Null: nobody has asked for it. */
  reading: ClassReading | null;
  vote: 1 | 2;
  /** The answers of the first vote, once the class votes again. */
  firstVote: ReadonlyMap<SeatId, Answer> | null;
  /** What each seat got wrong, where that has a name: nobody knows before the reveal, not even this state. */
  mistakes: ReadonlyMap<SeatId, readonly Mistake[]>;
}

/** Where the class is with a step: what a teacher drives. */
export interface ConductedStep {
  /** The step of the lesson that this one plays again; null for those of the lesson itself. */
  readonly again: number | null;
  /** A step that nobody answers is `shown` from its first time on stage; it is neither opened nor revealed. */
  phase: 'waiting' | 'shown' | 'open' | 'closed' | 'revealed';
  countdown: Countdown | null;
  /** When its answering began, reading left out, on the session's clock, ms; null: it was not opened. */
  openedAt: number | null;
  /** What seats expected of it before it opened. */
  readonly predictions: Map<SeatId, Prediction>;
  /** What the class said was shown before the reveal, where it would have been hidden until then. */
  pictureShown: boolean;
  /** How many of its hints were given. */
  hints: number;
  /** The seats that it stays open for since the class's time is over; null before that. */
  waits: ReadonlySet<SeatId> | null;
  /** Seats that were there while it was open, or answered. */
  readonly present: Set<SeatId>;
}

export type StepState = StepLedger & ConductedStep;

/** What a seat has won so far. */
export interface Standing {
  readonly seat: SeatId;
  /** Of a thousand points that it could have won where it was present, rounded down. */
  readonly share: number;
  readonly points: number;
  readonly right: number;
  /** Steps the seat was present for, of those that counted so far. */
  readonly steps: number;
}

/** A line of the board. Ranks start at 1; ties share one. */
export interface BoardRow extends Standing {
  readonly rank: number;
}

/** A board that the class has seen. */
export interface ShownBoard {
  /** How many steps had counted. */
  readonly counted: number;
  readonly places: ReadonlyMap<SeatId, BoardRow>;
}

/** Who has a rank: whoever was present in one counted step, or in half of them. */
export type Ranks = 'once-present' | 'half-present';

/** The end of a session, and where it leads back to. */
export interface Ended {
  /** On the session's clock, ms. */
  readonly at: number;
  readonly stage: Stage;
  readonly onPhones: PhoneStage;
  /** Null: its teacher has ended it. */
  readonly why: NonNullable<EventOf<'session-ended'>['why']> | null;
}

/** A live session, rebuilt from its log by `evolve` alone. */
export interface SessionState {
  /** The lesson as it was frozen, and at the end of its steps those that are played again. */
  lesson: Lesson;
  /** HTML of its texts that have marks or formulas. */
  readonly written: Written;
  readonly host: string;
  readonly code: string;
  readonly seed: Seed;
  readonly limit: number;
  readonly wall: string;
  /** As the session began: a later rule does not change its board. */
  readonly ranks: Ranks;
  /** As the session began: a first vote stays hidden after its close. */
  readonly hidesVotes: boolean;
  /** Its log is in memory, and gone once it has ended. */
  readonly rehearsal: boolean;
  /** The last event's place in the log, and its time on the session's clock. */
  seq: number;
  at: number;
  locked: boolean;
  stage: Stage;
  /** When the class first left the lobby, on the session's clock; null: it has not. */
  begun: number | null;
  /** When the class last came to the podium, on the session's clock; null: it has not. */
  podiumAt: number | null;
  /** Null while the session goes on. */
  ended: Ended | null;
  /** The projector shows nothing. */
  dark: boolean;
  /** Phones are dim: the class looks at the projector. */
  eyesUp: boolean;
  /** The lesson goes on by its short path. */
  short: boolean;
  /** Where the class was before it looked at an earlier reveal again; null: it does not. */
  returnTo: Stage | null;
  /** What the projector is shown in; null: no desk has said it. */
  look: Look | null;
  /** Where students are: with what a step came to until another one opens. */
  onPhones: PhoneStage;
  readonly seats: Map<SeatId, Seat>;
  readonly tokens: Map<Hash, SeatId>;
  /** The seats of each device, in the order in which they were taken there. */
  readonly devices: Map<DeviceId, Set<SeatId>>;
  /** Tokens of devices whose seat has moved on. */
  readonly moved: Set<Hash>;
  readonly steps: StepState[];
  /** Commands that are in the log already. */
  readonly commands: Set<string>;
  /** Whether students see the board and their places before the podium. */
  boardShown: boolean;
  board: readonly BoardRow[];
  places: ReadonlyMap<SeatId, BoardRow>;
  /** The board that was on stage last, and the one before it. */
  boards: { readonly last: ShownBoard | null; readonly before: ShownBoard | null };
  /** Who was there for something that counted, but for too little of it to have a rank. */
  beside: ReadonlyMap<SeatId, Standing>;
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

/** How many steps the lesson has, without those that are played again. */
export const lengthOf = ({ steps }: SessionState): number =>
  steps.filter(({ again }) => again === null).length;

/** The step on stage. */
export const stepOnStage = (state: SessionState): Numbered | null => stepAt(state, state.stage);

/**
 * Whether a seat has answered a step. While it is open that takes all that it asks for, in the vote that goes on: a part is
 * still being worked on. Once it is closed whatever was sent is an answer.
 */
export function hasAnswered({ activity, answers, phase, vote }: StepState, seat: SeatId): boolean {
  const answer = answers.get(seat);
  if (!answer) return false;
  if (phase !== 'open') return true;
  return answer.vote === vote && activity.answers?.whole(answer.submission) !== false;
}

/** How many seats have answered a step; who was kicked is not counted. */
export function answeredIn(state: SessionState, step: StepState): number {
  let answered = 0;
  for (const seat of step.answers.keys())
    if (state.seats.get(seat)?.kicked === false && hasAnswered(step, seat)) answered += 1;
  return answered;
}

/** The step that takes answers now; there is at most one. */
export function openStep(state: SessionState): Numbered | null {
  const index = state.steps.findIndex((step) => step.phase === 'open');
  const step = state.steps[index];
  return step ? { index, step } : null;
}
