import type { SeatId } from '../events';
import { answeredIn, openStep, stepOnStage, type SessionState } from '../state';
import type { Names } from './types';

/** How the class is doing, a few times a second: for the projector, and the same for the desk. */
export interface Pulse {
  readonly seats: number;
  readonly here: number;
  readonly answered: number;
  /** The class picture of the step on stage; null where it would give the answer away too early. */
  readonly picture: unknown;
}

/** A student in the desk's list. */
export interface RosterRow {
  readonly seat: SeatId;
  readonly name: string;
  readonly here: boolean;
  readonly answered: boolean;
  readonly kicked: boolean;
}

/** What the shell knows beside the state: who is connected, and what is being tuned right now. */
export interface Presence {
  readonly here: (seat: SeatId) => boolean;
  readonly drafts: ReadonlyMap<SeatId, unknown>;
}

/**
 * A choice shows its picture only after the close: bars that grow while others think would answer for them.
 * What is tuned by hand is shown live, drafts included.
 */
export function pulse(state: SessionState, { here, drafts }: Presence): Pulse {
  const seats = [...state.seats.values()].filter((seat) => !seat.kicked);
  const step = stepOnStage(state)?.step;
  const live = step && (step.activity.drafts || step.phase === 'closed' || step.phase === 'revealed');
  return {
    seats: seats.length,
    here: seats.filter((seat) => here(seat.id)).length,
    answered: step ? answeredIn(state, step) : 0,
    picture: live && step.phase !== 'waiting' ? step.activity.picture(positions(state, drafts)) : null,
  };
}

/** One position for each seat: what it is tuning now while the step is open, else what it submitted. */
function positions(state: SessionState, drafts: ReadonlyMap<SeatId, unknown>): unknown[] {
  const current = stepOnStage(state);
  if (!current) return [];
  const latest = new Map<SeatId, unknown>();
  for (const [seat, answer] of current.step.answers) latest.set(seat, answer.submission);
  if (openStep(state)?.index === current.index) for (const [seat, draft] of drafts) latest.set(seat, draft);
  return [...latest]
    .filter(([seat]) => state.seats.get(seat)?.kicked === false)
    .map(([, position]) => position);
}

/** The desk's line for one seat. */
export function rosterRow(
  state: SessionState,
  id: SeatId,
  names: Names,
  here: Presence['here'],
): RosterRow | null {
  const seat = state.seats.get(id);
  if (!seat) return null;
  const answered = stepOnStage(state)?.step.answers.has(id) ?? false;
  return { seat: id, name: names(seat.name), here: here(id), answered, kicked: seat.kicked };
}
