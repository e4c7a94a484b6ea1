import type { TrainingResult } from '../training/request';
import type { ClassSettled } from '../training/together/request';
import type { Hash, Job, NameId, Origin, Pace, SeatId, Stage } from './events';
import type { Look } from './look';
import type { Prediction } from './predictions/prediction';

/** What the teacher's desk asks for. Steps and stages are named so that two desks cannot skip one together. */
export type HostCommand =
  | { readonly type: 'go'; readonly from: Stage; readonly to: Stage }
  | { readonly type: 'open'; readonly step: number }
  | { readonly type: 'close'; readonly step: number }
  | { readonly type: 'reveal'; readonly step: number }
  | { readonly type: 'freeze'; readonly step: number }
  | { readonly type: 'unfreeze'; readonly step: number }
  | { readonly type: 'extend'; readonly step: number; readonly by: number }
  | { readonly type: 'vote-again'; readonly step: number }
  | { readonly type: 'show-picture'; readonly step: number }
  | { readonly type: 'show-half'; readonly step: number; readonly shown: boolean }
  | { readonly type: 'close-soon'; readonly step: number }
  | { readonly type: 'call-eyes'; readonly up: boolean }
  | { readonly type: 'set-path'; readonly short: boolean }
  | { readonly type: 'give-hint'; readonly step: number; readonly hint: number }
  | { readonly type: 'play-again'; readonly step: number }
  /** `answer`: as the class picture names it, and nobody. */
  | {
      readonly type: 'hide-answer';
      readonly step: number;
      readonly answer: string;
      readonly hidden: boolean;
    }
  | { readonly type: 'show-board'; readonly shown: boolean }
  | { readonly type: 'darken'; readonly dark: boolean }
  | { readonly type: 'set-look'; readonly look: Look }
  | { readonly type: 'lock' }
  | { readonly type: 'unlock' }
  | { readonly type: 'rename'; readonly seat: SeatId; readonly name: NameId }
  | { readonly type: 'kick'; readonly seat: SeatId }
  | { readonly type: 'readmit'; readonly seat: SeatId }
  | { readonly type: 'kick-seats'; readonly seats: readonly SeatId[] }
  | { readonly type: 'readmit-seats'; readonly seats: readonly SeatId[] }
  | { readonly type: 'pace'; readonly seat: SeatId; readonly pace: Pace }
  | { readonly type: 'issue-ticket'; readonly seat: SeatId; readonly ticket: Hash }
  | { readonly type: 'end' }
  | { readonly type: 'undo-end' };

/** What somebody without a seat asks for. */
export type NewcomerCommand =
  | ({
      readonly type: 'join';
      readonly seat: SeatId;
      readonly name: NameId;
      readonly token: Hash;
    } & Origin)
  | ({ readonly type: 'take-seat'; readonly ticket: Hash; readonly token: Hash } & Origin);

/** What a student asks for. */
export type SeatCommand = Submit | ({ readonly type: 'predict'; readonly step: number } & Prediction);

/** Hands an answer in. */
export type Submit = {
  readonly type: 'submit';
  readonly step: number;
  readonly submission: unknown;
  /** Nobody has pressed: the phone sends at its zero what stands there. */
  readonly sentBy?: 'close';
};

/** What the server itself asks for. */
export type ServerCommand =
  | { readonly type: 'deadline'; readonly step: number }
  | { readonly type: 'hint-due'; readonly step: number; readonly hint: number }
  | { readonly type: 'resume' }
  /** For twelve hours nobody was there: the shell has looked. */
  | { readonly type: 'end-empty' }
  /** Training has ended; `result` null: it failed, also when tried once more. */
  | {
      readonly type: 'result';
      readonly step: number;
      readonly job: Job;
      readonly result: TrainingResult | null;
    }
  /** A class was reckoned together; `result` null: that failed, also when tried once more. */
  | {
      readonly type: 'reckoned';
      readonly step: number;
      readonly run: number;
      readonly result: ClassSettled | null;
    };

export type Actor =
  | { readonly role: 'host'; readonly command: HostCommand }
  | { readonly role: 'newcomer'; readonly command: NewcomerCommand }
  | { readonly role: 'seat'; readonly seat: SeatId; readonly command: SeatCommand }
  | { readonly role: 'server'; readonly command: ServerCommand };

/** What seats have set in a step, the latest of each: a server holds it in memory alone. */
export interface HeldDrafts {
  readonly step: number;
  readonly drafts: ReadonlyMap<SeatId, unknown>;
}

/** What the shell knows beside the log: time and the outside world come in as data. */
export interface Surroundings {
  /** The session's clock, ms. */
  readonly at: number;
  /** Seats connected at some time since the step was opened. */
  readonly present: ReadonlySet<SeatId>;
  /** Null: nobody has set anything. */
  readonly held: HeldDrafts | null;
}

export type Command = Actor & Surroundings & { readonly id: string };
