import type { Grade } from '../activities/activity';
import type { Lesson } from '../lessons/lesson';
import type { Seed } from '../rng';
import type { TrainingResult } from '../training/request';
import type { ClassFigures, JudgedPart } from '../training/together/request';
import type { Written } from '../words';
import type { Look } from './look';
import type { Sureness } from './predictions/prediction';

/** A participant: random, public, says nothing about the person. */
export type SeatId = string;
/** A row of the personal table; the name itself never enters the log. */
export type NameId = string;
/** What brings one mark, as one session knows it: no other session has the same name for it. */
export type DeviceId = string;
/** A network as one session knows it until the server's next start: drawn by lot, its address is in no log. */
export type NetworkId = string;
/** SHA-256 of a secret, in base64url; the secret itself stays with its owner. */
export type Hash = string;

/**
 * A piece of training: `key` is the configuration, canonical JSON, so that the same one again is the same job; `run`
 * counts the times it had to be started anew after a failure.
 */
export interface Job {
  readonly key: string;
  readonly run: number;
}

/** What is kept of a network that has read: not its weights, which come from what somebody may have erased. */
export type Heard = Pick<TrainingResult, 'core' | 'open'> & { readonly read: readonly number[] };

/** What became of a submission that needs no training, or whose training has ended. */
export type Settled =
  | { readonly outcome: 'ungraded' }
  | { readonly outcome: 'graded'; readonly grade: Grade; readonly points: number };

/** What became of a submission; `pending` while the server trains it. */
export type Outcome = { readonly outcome: 'pending' } | Settled;

/** Who has sent an answer: its student, or the close, which takes what they had set and not sent. */
export type SentBy = 'student' | 'close';

/** A seat's time in tenths of the class's; null: without a countdown. */
export type Pace = 10 | 13 | 20 | null;

/** What a phone comes from. Left out: logs from before it was noted, and the simulated class. */
export interface Origin {
  /** Left out: it brought no mark. */
  readonly device?: DeviceId;
  readonly network?: NetworkId;
}

/** Where the class is. */
export type Stage =
  | { readonly at: 'lobby' }
  | { readonly at: 'step'; readonly step: number }
  | { readonly at: 'board'; readonly step: number }
  | { readonly at: 'podium' }
  | { readonly at: 'ended' };

/** Where students are on their phones: a board is for the projector. */
export type PhoneStage = Exclude<Stage, { readonly at: 'board' }>;

/**
 * What happened. `at` in the record is the session's own clock: milliseconds since its start, monotonic, standing
 * still while no server runs. Deadlines are in the same clock.
 */
export type SessionEvent =
  | {
      readonly type: 'session-created';
      readonly lesson: Lesson;
      /** HTML of its texts that have marks or formulas, as the server that began it made it. Left out: none has any. */
      readonly written?: Written;
      readonly host: string;
      readonly code: string;
      readonly seed: Seed;
      readonly limit: number;
      /** Wall clock, ISO 8601: shown, never computed with. */
      readonly wall: string;
      /** Of a session that is only tried: its log is in memory, and gone once it has ended. */
      readonly rehearsal?: true;
    }
  | { readonly type: 'session-resumed' }
  | {
      readonly type: 'session-ended';
      /** Left out: its teacher has ended it. The server has: nobody was there for twelve hours. */
      readonly why?: 'nobody-there';
    }
  /** The end is taken back; `code` is the room's, which nobody else may have again. */
  | { readonly type: 'end-undone'; readonly code: string }
  | { readonly type: 'room-locked' }
  | { readonly type: 'room-unlocked' }
  | ({
      readonly type: 'seat-joined';
      readonly seat: SeatId;
      readonly name: NameId;
      readonly token: Hash;
    } & Origin)
  | { readonly type: 'seat-renamed'; readonly seat: SeatId; readonly name: NameId }
  | { readonly type: 'seat-kicked'; readonly seat: SeatId }
  | { readonly type: 'seat-readmitted'; readonly seat: SeatId }
  /** Many at once: a device that has filled the room. */
  | { readonly type: 'seats-kicked'; readonly seats: readonly SeatId[] }
  | { readonly type: 'seats-readmitted'; readonly seats: readonly SeatId[] }
  | { readonly type: 'seat-paced'; readonly seat: SeatId; readonly pace: Pace }
  | { readonly type: 'ticket-issued'; readonly seat: SeatId; readonly ticket: Hash }
  | ({ readonly type: 'seat-moved'; readonly seat: SeatId; readonly token: Hash } & Origin)
  | { readonly type: 'stage-entered'; readonly stage: Stage }
  | {
      readonly type: 'step-opened';
      readonly step: number;
      /** Milliseconds to read the task before the countdown starts. */
      readonly reading: number;
      /** Milliseconds of the countdown; null: open until the teacher closes. */
      readonly total: number | null;
    }
  | { readonly type: 'step-frozen'; readonly step: number }
  | { readonly type: 'step-unfrozen'; readonly step: number }
  | { readonly type: 'time-extended'; readonly step: number; readonly by: number }
  /** The class's time is over, and the step stays open for these seats, who have more. */
  | { readonly type: 'time-over'; readonly step: number; readonly waits: readonly SeatId[] }
  | {
      readonly type: 'step-closed';
      readonly step: number;
      readonly by: 'host' | 'deadline';
      /** Seats connected at some time while the step was open. */
      readonly present: readonly SeatId[];
    }
  | { readonly type: 'step-revealed'; readonly step: number }
  | ({
      readonly type: 'submitted';
      readonly seat: SeatId;
      readonly step: number;
      /** The version of the step's kind that accepted it. */
      readonly made: number;
      readonly submission: unknown;
      /** It is personal, and no log has it: it stands beside, where it can be erased. Null once it was. */
      readonly beside?: true;
      /** Left out: its student has. */
      readonly sentBy?: 'close';
      /** What has to be trained for it; null for activities without training. */
      readonly job: Job | null;
    } & Outcome)
  /** The teacher takes what a seat has written off projector, desk and review, or puts it back. */
  | {
      readonly type: 'answer-hidden';
      readonly step: number;
      readonly seat: SeatId;
      readonly hidden: boolean;
    }
  | ({
      readonly type: 'job-finished';
      readonly step: number;
      readonly job: Job;
      /** Whose submissions it was for. */
      readonly seats: readonly SeatId[];
      readonly result: TrainingResult;
    } & Settled)
  | {
      readonly type: 'job-failed';
      readonly step: number;
      readonly job: Job;
      readonly seats: readonly SeatId[];
    }
  /** What a class came to that is reckoned together, and each of its seats; null: that failed, and nobody has a grade. */
  | {
      readonly type: 'class-reckoned';
      readonly step: number;
      /** How often it had to be reckoned by then. */
      readonly run: number;
      readonly result: ClassFigures | null;
      readonly seats: readonly ({ readonly seat: SeatId; readonly part: JudgedPart } & Settled)[];
    }
  /** What remains of a class with half of it switched off is shown, or all of it again. */
  | { readonly type: 'half-shown'; readonly step: number; readonly shown: boolean }
  /**
   * What was handed in at a step is to be read by so many networks, each a job of that run. `seats`: whose, in the order
   * in which it is read, drawn by lot.
   */
  | {
      readonly type: 'reading-asked';
      readonly step: number;
      readonly run: number;
      readonly seats: readonly SeatId[];
      readonly networks: number;
    }
  /** One of them has read; null: it failed. */
  | {
      readonly type: 'reading-done';
      readonly step: number;
      readonly job: Job;
      readonly heard: Heard | null;
    }
  /** What a seat expects of a step that has not been opened; the last one counts. */
  | {
      readonly type: 'predicted';
      readonly seat: SeatId;
      readonly step: number;
      readonly option: string;
      readonly sure: Sureness;
    }
  /** The step's hint of that number, from 1, is there for everybody. */
  | { readonly type: 'hint-given'; readonly step: number; readonly hint: number }
  /** A revealed step of the lesson stands at the end of the steps once more, for another round. */
  | { readonly type: 'step-added'; readonly step: number }
  | { readonly type: 'voting-again'; readonly step: number; readonly total: number | null }
  | { readonly type: 'board-shown'; readonly shown: boolean }
  | { readonly type: 'screen-darkened'; readonly dark: boolean }
  | { readonly type: 'look-set'; readonly look: Look }
  /** What the class said is there to be seen before the right answer is, also where a second vote may follow. */
  | { readonly type: 'picture-shown'; readonly step: number }
  /** The step closes so many ms from now. */
  | { readonly type: 'closing-soon'; readonly step: number; readonly in: number }
  /** Phones are dim and say: look up. */
  | { readonly type: 'eyes-called'; readonly up: boolean }
  /** Whether the lesson goes on by its short path. */
  | { readonly type: 'path-set'; readonly short: boolean };

export type EventType = SessionEvent['type'];
export type EventOf<Type extends EventType> = Extract<SessionEvent, { readonly type: Type }>;

/**
 * The version that is written today. A session whose first event has version 5 ranks by another rule than before, and from
 * version 6 on a first vote stays hidden after its close.
 */
export const EVENT_VERSION = 6;

/** An event in its place in the log. `command` is the id of the command that caused it, once per command. */
export interface LoggedEvent {
  readonly seq: number;
  readonly at: number;
  readonly version: number;
  readonly command: string | null;
  readonly event: SessionEvent;
}
