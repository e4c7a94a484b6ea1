import type { Position } from '../../activities/bound';
import type { DeviceId, NetworkId, Pace, SeatId, SentBy } from '../events';
import { hidesPicture } from '../conductor/votes';
import { awaitedIn } from '../ledger/jobs';
import { positionsOf } from '../ledger/positions';
import {
  answeredIn,
  gradeOf,
  hasAnswered,
  stepOnStage,
  type Answer,
  type Numbered,
  type SessionState,
  type StepState,
} from '../state';
import { predictedIn } from '../predictions/told';
import { judged, type Verdict } from '../verdict';
import { isReckoning } from '../together/pending';
import { classTold, type ClassTold, type Tuning } from '../together/told';
import type { Names } from './types';
import { hasTapped, tappedIn, taps } from './taps';
import { warmUps } from './warm-up';

/** How the class is doing, a few times a second: for the projector, and the same for the desk. */
export interface Pulse {
  readonly seats: number;
  readonly here: number;
  /** Of the step on stage; where it is only shown, who has tapped. */
  readonly answered: number;
  /** How many have said what they expect of the step on stage. */
  readonly predicted: number;
  /**
   * The class picture of the step on stage, null where it would give the answer away too early; in the lobby the lines of
   * who waits (`WarmUps`).
   */
  readonly picture: unknown;
  /** The picture of the first vote, once the class has voted again. */
  readonly before: unknown;
  /** Configurations trained so far, of those that somebody waits or has waited for; null where nothing is trained. */
  readonly training: { readonly done: number; readonly of: number } | null;
  /** What the class of the step on stage comes to, where it is reckoned together; null elsewhere, and before it is. */
  readonly together: ClassTold | null;
}

/** A student in the desk's list. */
export interface RosterRow {
  readonly seat: SeatId;
  readonly name: string;
  readonly here: boolean;
  /** The step on stage; where it is only shown: has tapped. */
  readonly answered: boolean;
  /** Who has sent the answer; null where there is none. */
  readonly sentBy: SentBy | null;
  readonly kicked: boolean;
  readonly pace: Pace;
  /** Where it was taken: seats of one device, or of one network, have the same here. */
  readonly device: DeviceId;
  readonly network: NetworkId | null;
  /** When it was taken first, on the session's clock, ms. */
  readonly joinedAt: number;
  /** How it went in the step on stage; null before its reveal. */
  readonly verdict: Verdict | null;
}

/** What the shell knows beside the state: who is connected, and what is being tuned right now: in the lobby its lines, at a slide its taps. */
export interface Presence {
  readonly here: (seat: SeatId) => boolean;
  readonly drafts: ReadonlyMap<SeatId, unknown>;
  /** The session is looked back at: nobody copies any more, and the picture of an open step is whole. */
  readonly past?: boolean;
  /** What a class that tunes together comes to; left out or null: nothing yet. */
  readonly tuning?: Tuning | null;
}

/**
 * A choice shows its picture only after the close: bars that grow while others think would answer for them.
 * What is tuned by hand is shown live, drafts included, as far as it can be copied by nobody.
 */
export function pulse(state: SessionState, presence: Presence): Pulse {
  const { here } = presence;
  const current = stepOnStage(state);
  return {
    ...counted(state, here),
    answered: current ? doneIn(state, current, presence) : 0,
    predicted: current ? predictedIn(state, current.index) : 0,
    ...(state.stage.at === 'lobby' ? lobby(state, presence) : picturesOf(state, presence)),
    training: current ? progressOf(state, current.step) : null,
    together: current ? classTold(current, presence.tuning ?? null) : null,
  };
}

/** How many have answered the step on stage or, where it is only shown, tapped. */
const doneIn = (state: SessionState, { index, step }: Numbered, { drafts }: Presence): number =>
  taps(step) ? tappedIn(state, drafts, index) : answeredIn(state, step);

function counted({ seats }: SessionState, here: Presence['here']): Pick<Pulse, 'seats' | 'here'> {
  const count = { seats: 0, here: 0 };
  for (const { id, kicked } of seats.values()) {
    if (kicked) continue;
    count.seats += 1;
    if (here(id)) count.here += 1;
  }
  return count;
}

const lobby = (state: SessionState, presence: Presence): Pick<Pulse, 'picture' | 'before'> => ({
  picture: warmUps(state, presence),
  before: null,
});

function picturesOf(
  state: SessionState,
  { drafts, past = false }: Presence,
): Pick<Pulse, 'picture' | 'before'> {
  const current = stepOnStage(state);
  if (!current) return { picture: null, before: null };
  const { index, step } = current;
  const hidden = hidesPicture(state, step) || (unread(step) && !past);
  const settled = step.phase !== 'waiting' && step.phase !== 'open' && !hidden;
  const { answers } = step.activity;
  const live = step.phase === 'open' && answers?.livePicture === true;
  const draw = (sent: ReadonlyMap<SeatId, Answer>, tuned: Presence['drafts']) =>
    step.activity.picture(positionsOf(state, index, sent, tuned), step.secret);
  const open = () => {
    const whole = draw(step.answers, drafts);
    return past ? whole : answers?.whileOpen(whole);
  };
  return {
    picture: live ? open() : settled ? draw(step.answers, nothing) : null,
    before: settled && step.firstVote ? draw(step.firstVote, nothing) : null,
  };
}

/** Whether the step on stage is closed, and what the class has said in it is not shown yet. */
export function hidesPictureOnStage(state: SessionState): boolean {
  const current = stepOnStage(state);
  return current !== null && hidesPicture(state, current.step);
}

/** Whether somebody's own words wait for the teacher, who reads them before the reveal. */
const unread = ({ phase, activity }: StepState): boolean =>
  phase === 'closed' && (activity.answers?.erased ?? null) !== null;

/** What the class has said in a step whose picture is hidden from it; null: nothing is hidden. */
export function hiddenPicture(state: SessionState): unknown {
  const current = stepOnStage(state);
  if (!current || !(hidesPicture(state, current.step) || unread(current.step))) return null;
  const { index, step } = current;
  const of = positionsOf(state, index, step.answers, nothing);
  const known = drawn.get(step);
  const { reading } = step;
  if (known && known.reading === reading && sameSubmissions(known.of, of)) return known.picture;
  const picture = step.activity.picture(of, step.secret);
  drawn.set(step, { of, reading, picture });
  return picture;
}

/** The picture of each step that was hidden last: a desk is shown it again with whatever happens while the step is closed. */
const drawn = new WeakMap<
  StepState,
  {
    readonly of: readonly Position[];
    readonly reading: StepState['reading'];
    readonly picture: unknown;
  }
>();

/** Whether the same submissions, each with what came of it, make two pictures. */
const sameSubmissions = (one: readonly Position[], other: readonly Position[]): boolean =>
  one.length === other.length &&
  one.every(
    ({ submission, result }, i) => submission === other[i]?.submission && result === other[i]?.result,
  );

const nothing: Presence['drafts'] = new Map();

/** Null where nothing is trained. */
function progressOf(state: SessionState, step: StepState): Pulse['training'] {
  if (isReckoning(step)) return { done: 0, of: 1 };
  if (step.activity.reads) return readers(step);
  return step.activity.trains ? progress(state, step) : null;
}

function readers({ reading }: StepState): { done: number; of: number } {
  const all = reading?.readers ?? [];
  return { done: all.filter(({ status }) => status !== 'training').length, of: all.length };
}

function progress(state: SessionState, step: StepState): { done: number; of: number } {
  const done = [...step.jobs.values()].filter(({ status }) => status !== 'training').length;
  return { done, of: done + awaitedIn(state, step).size };
}

/** The desk's line for one seat. */
export function rosterRow(
  state: SessionState,
  id: SeatId,
  names: Names,
  { here, drafts }: Presence,
): RosterRow | null {
  const seat = state.seats.get(id);
  if (!seat) return null;
  const current = stepOnStage(state);
  const step = current?.step ?? null;
  const sentBy = step?.answers.get(id)?.sentBy ?? null;
  const { kicked, pace, device, network, joinedAt } = seat;
  return {
    ...{ seat: id, name: names(seat.name), here: here(id), kicked, pace },
    ...{ device, network, joinedAt },
    ...{ answered: current !== null && isDone(current, id, drafts), sentBy },
    verdict: step?.phase === 'revealed' ? verdictIn(step, id) : null,
  };
}

const isDone = ({ index, step }: Numbered, seat: SeatId, drafts: Presence['drafts']): boolean =>
  taps(step) ? hasTapped(drafts, seat, index) : hasAnswered(step, seat);

function verdictIn({ answers, present }: StepState, seat: SeatId): Verdict {
  const answer = answers.get(seat);
  if (!answer) return present.has(seat) ? 'silent' : 'absent';
  const { right, score } = gradeOf(answer) ?? { right: false, score: null };
  return judged({ right, score, outcome: answer.outcome });
}
