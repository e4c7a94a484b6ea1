import { skill } from '../../../training/merit';
import { co2 } from '../../../training/sets/co2';
import { persistence, type Series } from '../../../training/sets/series';
import { temperatures } from '../../../training/sets/temperatures';
import type { StepSamples } from '../../activity';
import type { Part } from '../family';
import {
  seriesFrom,
  seriesJudging,
  type SeriesData,
  type SeriesFrom,
  type SeriesJudgesFrom,
  type Stretch,
} from './series';

/** A year of months, two weeks of days. */
const STEPS: Readonly<Record<SeriesData, number>> = { co2: 12, temperatures: 14 };
const all: Readonly<Record<SeriesData, Series>> = { co2, temperatures };

/** Which series a race is on. */
interface Measured {
  readonly data: SeriesData;
  readonly samples: number;
}

const cutOf = (data: SeriesData) => ({ steps: STEPS[data], deviation: all[data].deviation });

const stretch = ({ values }: Series, first: number, end: number): Stretch => ({
  first,
  values: values.slice(first, end).map((value) => (Number.isFinite(value) ? value : null)),
});

export function visibleOf({ data, samples }: Measured): SeriesFrom {
  const { open } = all[data];
  return { from: 'table', samples, ...cutOf(data), ...stretch(all[data], 0, open) };
}

/** The years after those that are seen: they are the same in each session. */
export function judgesOf({ data }: Measured): SeriesJudgesFrom {
  const { open, hidden, values } = all[data];
  return {
    from: 'table',
    ...cutOf(data),
    open: stretch(all[data], open, hidden),
    hidden: stretch(all[data], hidden, values.length),
  };
}

export const partsOf = (measured: Measured) => ({
  train: seriesFrom(visibleOf(measured)),
  ...seriesJudging(judgesOf(measured)),
});

/** The errors of "the same as before", which are looked up for every run of every picture. */
const errors = new Map<SeriesData, Readonly<Record<Part, number>>>();

function errorsOf(data: SeriesData): Readonly<Record<Part, number>> {
  const known = errors.get(data);
  if (known) return known;
  const { open, hidden } = seriesJudging(judgesOf({ data, samples: 0 }));
  const found = { open: persistence(open), hidden: persistence(hidden) };
  errors.set(data, found);
  return found;
}

export const meritOf = (data: SeriesData, part: Part, error: number): number =>
  skill(error, errorsOf(data)[part]);

const named = (data: SeriesData, { first, values }: Stretch): string[] =>
  values.map((_, i) => `${data} ${first + i}`);

export function samplesOf(measured: Measured): StepSamples {
  const { open, hidden } = judgesOf(measured);
  const { data } = measured;
  return { shown: named(data, visibleOf(measured)), kept: [...named(data, open), ...named(data, hidden)] };
}
