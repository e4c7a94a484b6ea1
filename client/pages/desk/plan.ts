import type { Station } from '#shared/session/views';

/** Reading the task before a countdown, the reveal and the board after it, ms: as docs/lesson.md counts minutes. */
const AROUND = 60_000;

/** A step without a countdown: shown, or open until the teacher closes, ms. */
const UNTIMED = 120_000;

const MINUTE = 60_000;

/** Minutes behind from which on something should be left out. */
export const LATE = 3;

/** What the lesson's steps should take, ms. What was skipped takes nothing. */
export interface Plan {
  /** When the class should have come to where it is, and when it should go on from there. */
  readonly from: number;
  readonly to: number;
  /** What still comes after that. */
  readonly rest: number;
}

type Planned = Pick<Station, 'seconds' | 'phase' | 'again' | 'star'>;

type Timed = Pick<Station, 'seconds'>;

const lengthOf = ({ seconds }: Timed): number => (seconds === null ? UNTIMED : seconds * 1_000 + AROUND);

/** What steps should take together, ms. */
export const sum = (stations: readonly Timed[]): number =>
  stations.reduce((total, station) => total + lengthOf(station), 0);

/** A station that has not been played, with its number. */
const comingIn = (stations: readonly Planned[], current: number | null, short: boolean) => {
  const place = stations[current ?? -1]?.again ?? current ?? -1;
  return stations
    .map((station, step) => ({ station, step }))
    .filter(
      ({ station: { phase, again, star }, step }) =>
        phase === 'waiting' && again === null && step > place && (!short || star),
    );
};

/** The plan of a lesson whose step `current` is on stage; null: none is. `short`: it goes on by its short path. */
export function planOf(stations: readonly Planned[], current: number | null, short = false): Plan {
  const played = stations.filter(({ phase }, i) => phase !== 'waiting' && i !== current);
  const here = stations.filter((_, i) => i === current);
  const coming = comingIn(stations, current, short).map(({ station }) => station);
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

/**
 * Steps that a class which is `late` minutes behind can leave out, in their order: the fewest that make up for it, none of
 * the short path. None where nothing is to be left out.
 */
export function leaveOut(
  stations: readonly Planned[],
  current: number | null,
  late: number,
): readonly number[] {
  const spare = comingIn(stations, current, false).filter(({ station }) => !station.star);
  const longest = [...spare].sort((a, b) => lengthOf(b.station) - lengthOf(a.station));
  const out: number[] = [];
  let missing = late * MINUTE;
  for (const { station, step } of longest) {
    if (missing <= 0) break;
    out.push(step);
    missing -= lengthOf(station);
  }
  return out.sort((a, b) => a - b);
}
