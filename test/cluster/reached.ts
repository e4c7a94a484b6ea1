import type { Absence, Waited } from '../faults/heard';

/**
 * A time in which somebody's home could not be reached, or might not: until the database takes connections again, a
 * server that was paused goes on, or, where all were killed, one of them listens. A killed server of several, and one
 * that was cut off from the database, are no such time: there are others. Times in ms.
 */
export interface Spell {
  readonly what: string;
  readonly since: number;
  readonly until: number;
}

/** How long somebody waited: in all, and of it after the moment from which their home could be reached, ms. */
export interface Wait {
  readonly whole: number;
  readonly reachable: number;
  readonly from: number;
}

/** From `from` to `to`: what of it lies behind the last spell that touches it. */
function waitOf(from: number, to: number, spells: readonly Spell[]): Wait {
  const touching = spells.filter(({ since, until }) => since <= to && until > from);
  const reached = Math.max(from, ...touching.map(({ until }) => until));
  return { whole: to - from, reachable: Math.max(0, to - reached), from };
}

/** How long each line was away; what never came back waits until `now`. */
export const waitsForLines = (absences: readonly Absence[], spells: readonly Spell[], now: number): Wait[] =>
  absences.filter(({ broke }) => broke <= now).map(({ broke, back }) => waitOf(broke, back ?? now, spells));

/** How long each answer was without its ack. */
export const waitsForAcks = (answers: readonly Waited[], spells: readonly Spell[]): Wait[] =>
  answers.map(({ sent, told }) => waitOf(sent, told, spells));
