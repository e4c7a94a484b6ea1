import type { Grade } from '../../activities/activity';
import type { ActivityKind } from '../../activities/registry';
import type { Step } from '../../lessons/lesson';
import type { Text } from '../../text';
import type { HostCommand } from '../commands';
import type { NameId, Pace, PhoneStage, SeatId, SentBy, Stage } from '../events';
import type { Look } from '../look';
import type { NextHint } from '../hints/hint';
import type { Prediction, PredictionView } from '../predictions/prediction';
import type { Crowd, Spread } from '../ranks';
import type { Countdown, StepState } from '../state';
import type { PartTold } from '../together/told';

/** Looks a name up; the log holds only its row's id. */
export type Names = (name: NameId) => string;

export type Role = 'phone' | 'screen' | 'desk';

/** What everybody may know about the step on stage. `countdown` is in ms of the session's clock. */
export interface StepView {
  readonly index: number;
  /** The step of the lesson that this one plays again; null for those of the lesson itself. */
  readonly again: number | null;
  /** How many steps the lesson has. */
  readonly of: number;
  readonly kind: ActivityKind;
  readonly title: Text;
  readonly task: Text;
  readonly theory: Text;
  readonly points: number;
  readonly timing: Step['timing'];
  /** Null where nothing is answered. */
  readonly counts: 'first' | 'last' | null;
  /** Whether answers are worth something. */
  readonly grades: boolean;
  /** Whether what is set and not sent counts at the close. */
  readonly drafts: boolean;
  /** Whether there is something to tap, and who has is counted. */
  readonly taps: boolean;
  readonly phase: StepState['phase'];
  /** 2 once the class votes again. */
  readonly vote: 1 | 2;
  readonly countdown: Countdown | null;
  /** What the class is asked before it opens; null: nothing. */
  readonly prediction: PredictionView | null;
  /** The hints that were given. */
  readonly hints: readonly Text[];
  /** Null until the reveal. */
  readonly after: AfterView | null;
}

export interface AfterView {
  /** What the activity reveals; its own kind knows the shape. */
  readonly reveal: unknown;
  readonly explanation: Text;
  /** One that others make. */
  readonly mistake: Text;
  /** What the class itself got wrong; null until the reveal, for the desk too. */
  readonly made: ClassMistakes | null;
}

export interface ClassMistakes {
  /** How many have answered. */
  readonly answered: number;
  /** The commonest mistakes that have a name, with how many made each; none where nobody made one. */
  readonly named: readonly { readonly why: Text; readonly count: number }[];
}

/** Somebody whom a board names to everybody. */
export interface TopRow {
  readonly seat: SeatId;
  readonly name: string;
  readonly rank: number;
  /** What ranks: of a thousand points that could have been won where the seat was present, rounded down. */
  readonly share: number;
  readonly points: number;
  readonly right: number;
  /** Was not there for every step so far. */
  readonly late: boolean;
}

/** Whom the top of a board does not name. */
export interface Rest {
  /** The ranks of the top that more seats share than it names. */
  readonly crowds: readonly Crowd[];
  /** How many have a rank below the top. */
  readonly below: number;
  /** Who has no rank yet, for want of presence: the first ones, and how many more. */
  readonly beside: { readonly names: readonly string[]; readonly more: number };
}

/** A board, as far as everybody may know it; both are null where none is shown. */
export interface BoardView {
  /** Whom the ten first ranks name. */
  readonly top: readonly TopRow[] | null;
  readonly rest: Rest | null;
}

/** What has changed since the board that the class saw before. */
export interface BoardGains {
  /** The step that the board follows. */
  readonly step: number;
  /**
   * Where those whom the board names stood then; null: below the ten first ranks, where nobody is shown. Who had no rank
   * is left out.
   */
  readonly stood: Readonly<Record<SeatId, Pick<TopRow, 'rank' | 'share' | 'points' | 'right'> | null>>;
  /** What the step gave to those who share a rank and were there, by rank. */
  readonly gained: Readonly<Record<number, Spread>>;
}

/** What a class has done in a session that is over: nobody is named. */
export interface ClassWork {
  /** The last pictures of what was tuned by hand. */
  readonly drawings: readonly {
    readonly index: number;
    readonly kind: ActivityKind;
    readonly view: unknown;
    readonly picture: unknown;
  }[];
  /** How many were right in each step that counted, of those who were there. */
  readonly shares: readonly { readonly index: number; readonly right: number; readonly of: number }[];
}

interface CommonView extends BoardView {
  readonly title: Text;
  readonly step: StepView | null;
  /** Steps that have counted so far. */
  readonly counted: number;
  /** When the class came to the podium, on the session's clock: its steps rise from then on. Null: it has not. */
  readonly podiumAt: number | null;
  /** The activity as everybody may see it; null until the step opens. On a phone also where each has a view of its own. */
  readonly activity: unknown;
}

/** The same for every phone. */
export interface PhoneView extends CommonView {
  readonly stage: PhoneStage;
  /** The class looks at the projector: phones are dim. */
  readonly eyesUp: boolean;
  /** The kind of the step after this one, so that its code can be fetched in time. */
  readonly nextKind: ActivityKind | null;
}

/** What one seat alone is shown. */
export interface OwnView {
  readonly seat: SeatId;
  readonly name: string;
  /** What its countdowns are stretched by. */
  readonly pace: Pace;
  /** For each step the order in which its kind puts what all see; empty: as it is. */
  readonly orders: readonly string[];
  readonly step: OwnStep | null;
  readonly place: OwnPlace | null;
}

export interface OwnStep {
  readonly index: number;
  /**
   * The activity as this student sees it; null until the step opens. What all see alike is sent with what is common, and
   * put here by the receiver (`Shown`).
   */
  readonly view: unknown;
  /** What this student expected before the step opened; null: nothing was said. */
  readonly prediction: Prediction | null;
  /** The submission that counts so far; null if there is none. */
  readonly submission: unknown;
  /** Who has sent it, or what stands from the first vote; null if there is none. */
  readonly sentBy: SentBy | null;
  /** Null until the reveal. */
  readonly result: (Grade & { readonly points: number }) | null;
  /** What was got wrong, where that has a name; nothing until the reveal. */
  readonly mistakes: readonly Text[];
  /** What the answer came to, as its own kind measures it; null until the reveal. */
  readonly measure: unknown;
  /** What stands from the first vote until the reveal, where the class voted again and this seat did not. */
  readonly earlier: unknown;
  /** Every configuration that was submitted, where the server trains. */
  readonly runs: readonly Run[];
  /** Null where attempts are not counted. */
  readonly attemptsLeft: number | null;
  /**
   * What the seat is to a class that is reckoned together, while it tunes. No state knows it: a server that does tells it
   * as a change, and what is made of a state says null.
   */
  readonly part: PartTold | null;
  /** False, once it is revealed, for who was not there while the step was open. */
  readonly present: boolean;
}

/** A configuration that a student submitted. `shown`: what its activity tells of the result during the round. */
export interface Run {
  readonly submission: unknown;
  readonly state: 'training' | 'done';
  readonly shown: unknown;
}

export interface OwnPlace {
  /** Null for who stands beside the board. */
  readonly rank: number | null;
  readonly of: number;
  /** As in a `TopRow`. */
  readonly share: number;
  readonly points: number;
  readonly right: number;
  readonly late: boolean;
}

/** The projector. */
export interface ScreenView extends CommonView {
  readonly stage: Stage;
  /** Null where no board is on stage. */
  readonly gains: BoardGains | null;
  /** Null while the session goes on. */
  readonly work: ClassWork | null;
  readonly code: string;
  readonly locked: boolean;
  /** The class is simulated, and nothing of it is kept. */
  readonly rehearsal: boolean;
  /** The step is closed, and what the class has said is not shown yet. */
  readonly hidesPicture: boolean;
  /** The projector shows nothing. */
  readonly dark: boolean;
  /** What it is shown in; null: in its own browser's language, on paper. */
  readonly look: Look | null;
}

/** The teacher's desk: what the projector shows, and what only the teacher may see. */
export interface DeskView extends ScreenView {
  readonly stations: readonly Station[];
  readonly note: NonNullable<Step['note']> | null;
  /** The right answer and its explanation, at any time. */
  readonly answer: AfterView | null;
  /** The activity even before the step opens. */
  readonly preview: unknown;
  /** Seats that the step on stage stays open for, although the class's time is over. */
  readonly waits: readonly SeatId[];
  /** When the step on stage began to be answered, on the session's clock, ms; null: it has not. */
  readonly openedAt: number | null;
  /** Phones are dim, and say: look up. */
  readonly eyesUp: boolean;
  /** The lesson goes on by its short path. */
  readonly short: boolean;
  /** What the class has said, while projector and phones do not show it yet; null: they do, or there is nothing. */
  readonly hiddenPicture: unknown;
  /** What the teacher has hidden of the step on stage, as the class picture would name it; the last one first. */
  readonly hidden: readonly string[];
  /** Whether the class can vote once more on the step on stage. */
  readonly canVoteAgain: boolean;
  /** Why it cannot, where it votes: it has seen what it said, or has voted twice; null: it can, or does not vote there. */
  readonly noVote: 'seen' | 'twice' | null;
  /** The hint that can be given next; null: none. */
  readonly nextHint: NextHint | null;
  /** Whether half of the class is switched off on the projector; null where that cannot be shown. */
  readonly half: boolean | null;
  /** Whether the step on stage can be played once more. */
  readonly canPlayAgain: boolean;
  /** Where the class comes back to from an earlier reveal; null: it looks at none. */
  readonly returnTo: Stage | null;
  /** What the biggest button does; null once the session is over. */
  readonly next: HostCommand | null;
  readonly limit: number;
  readonly boardShown: boolean;
  readonly wall: string;
  /** When the class first left the lobby, on the session's clock; null: it has not. */
  readonly begun: number | null;
  /** Until when the end can be taken back, on the session's clock; null: there is none, or no way back. */
  readonly undoUntil: number | null;
}

/** A stop of the lesson's line. */
export interface Station {
  /** As in a `StepView`. */
  readonly again: number | null;
  readonly kind: ActivityKind;
  readonly title: Text;
  readonly points: number;
  readonly seconds: number | null;
  /** On the short path. */
  readonly star: boolean;
  readonly phase: StepState['phase'];
  readonly answers: number | null;
}
