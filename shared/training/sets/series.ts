import { meanSquaredError } from '../score';
import type { Samples } from '../samples';

/** Measurements at equal steps of time, cut by time into three parts. */
export interface Series {
  /** NaN where none was made. */
  readonly values: readonly number[];
  /** Standard deviation of a change from one step to the next, rounded: a constant, so that a cut changes no axis. */
  readonly deviation: number;
  /** The index of the first value behind the public figures, and of the first one behind the points. */
  readonly open: number;
  readonly hidden: number;
}

/** Thousandths: written as JSON and read again they are the same number. 0 is added to make no -0. */
const rounded = (value: number) => Math.round(value * 1000) / 1000 + 0;

/** Each change from one value to the next in deviations; NaN beside a gap. */
const changesOf = (values: readonly number[], deviation: number): number[] =>
  values.slice(1).map((value, i) => rounded((value - (values[i] as number)) / deviation));

/** The changes that come next: those with `steps` others before them and no gap among all of these. */
const endsOf = (changes: readonly number[], steps: number): number[] =>
  [...changes.keys()].filter(
    (end) => end >= steps && changes.slice(end - steps, end + 1).every(Number.isFinite),
  );

/** The index of the value that each window asks for. */
export const askedOf = (values: readonly number[], steps: number): number[] =>
  endsOf(changesOf(values, 1), steps).map((end) => end + 1);

/**
 * Windows of `steps` changes, and the change that comes next, in deviations; none reaches over a gap.
 *
 * Changes and not values, for two reasons. To predict 0 is to say "the same as the last value", so a network that beats
 * this (persistence) has learnt something. And a series that climbs, as CO2 does, leaves the range of the values that
 * were learnt from, but not the range of the changes.
 */
export function windowsOf(values: readonly number[], deviation: number, steps: number): Samples {
  const changes = changesOf(values, deviation);
  const ends = endsOf(changes, steps);
  return {
    x: ends.flatMap((end) => changes.slice(end - steps, end)),
    y: ends.map((end) => changes[end] as number),
  };
}

/**
 * The three parts of a race on a series. Neighbouring windows share all values but one, so windows are not drawn by
 * lot: time is cut first, each part is made into windows by itself, and so no value of a private window, neither read
 * nor asked for, is part of any other. What is learnt from is past, what is judged by is future, as for any forecast.
 */
export function seriesRace(
  { values, deviation, open, hidden }: Series,
  steps: number,
): { readonly train: Samples; readonly open: Samples; readonly hidden: Samples } {
  const part = (from: number, to: number) => windowsOf(values.slice(from, to), deviation, steps);
  return { train: part(0, open), open: part(open, hidden), hidden: part(hidden, values.length) };
}

/** The mean squared error, in deviations, of predicting that the next value is the same as the last (persistence). */
export const persistence = (samples: Samples): number => meanSquaredError(samples, () => 0);
