import type { Station } from '#shared/session/views';

/** Reading the task before a countdown, the reveal and the board after it, ms: as docs/lesson.md counts minutes. */
const AROUND = 60_000;

/** A step without a countdown: shown, or open until the teacher closes, ms. */
const UNTIMED = 120_000;

const MINUTE = 60_000;

/** What the lesson's steps should take, ms. What was skipped takes nothing. */
export interface Plan {
  /** When the class should have come to where it is, and when it should go on from there. */
  readonly from: number;
  readonly to: number;
  /** What still comes after that. */
  readonly rest: number;
}

type Planned = Pick<Station, 'seconds' | 'phase' | 'again'>;

const lengthOf = ({ seconds }: Planned): number => (seconds === null ? UNTIMED : seconds * 1_000 + AROUND);

const sum = (stations: readonly Planned[]): number =>
  stations.reduce((total, station) => total + lengthOf(station), 0);

/** The plan of a lesson whose step `current` is on stage; null: none is. */
export function planOf(stations: readonly Planned[], current: number | null): Plan {
  const played = stations.filter(({ phase }, i) => phase !== 'waiting' && i !== current);
  const here = stations.filter((_, i) => i === current);
  const place = stations[current ?? -1]?.again ?? current ?? -1;
  const coming = stations.filter(({ phase, again }, i) => phase === 'waiting' && again === null && i > place);
  const from = sum(played);
  return { from, to: from + sum(here), rest: sum(coming) };
}

/** Whole minutes that the class is behind the plan; below 0: ahead of it. */
export function behind(passed: number, { from, to }: Plan): number {
  if (passed > to) return Math.floor((passed - to) / MINUTE);
  return passed < from ? 0 - Math.floor((from - passed) / MINUTE) : 0;
}

/** Whole minutes of a length in ms. */
export const minutes = (ms: number): number => Math.round(ms / MINUTE);
