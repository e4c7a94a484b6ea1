import { seriesFrom, type SeriesFrom, type Stretch } from '#shared/activities/race/series/series';
import type { Reveal, RnnView } from '#shared/activities/race/view';
import { askedOf } from '#shared/training/sets/series';
import type { Samples } from '#shared/training/samples';

const visible = new WeakMap<RnnView, Samples>();

/** What the network is trained on here: made once, since every mark of a slider prepares another network. */
export function visibleOf(view: RnnView): Samples {
  const samples = visible.get(view) ?? seriesFrom(view.visible);
  visible.set(view, samples);
  return samples;
}

/** A value at a time, in years. */
export type Point = readonly [year: number, value: number];

/** What a picture shows: what was measured, and the forecast where there is one. */
export interface Lines {
  readonly measured: readonly Point[];
  readonly forecast: readonly Point[];
}

/** When a series begins, in years, and how many of its steps are a year. */
const TIMES = {
  co2: { begin: 1958 + 2 / 12, perYear: 12 },
  temperatures: { begin: 2012, perYear: 365.25 },
} as const;

/** Steps that a small picture shows, and one with axes: the last ones that were measured. */
const SHOWN = { small: 48, large: 96 } as const;

const stretchOf = (visible: SeriesFrom, reveal: Reveal | null): Stretch =>
  reveal?.family === 'rnn' ? reveal.judges.hidden : visible;

/** What was measured last, and what a network forecasts of it from what came before, a step at a time. */
export function linesOf(
  view: RnnView,
  map: Float32Array | null,
  reveal: Reveal | null,
  size: keyof typeof SHOWN,
): Lines {
  const { deviation, steps } = view.visible;
  const { first, values } = stretchOf(view.visible, reveal);
  const { begin, perYear } = TIMES[view.data];
  const from = values.length - SHOWN[size];
  const yearOf = (at: number) => begin + (first + at) / perYear;
  const measured = values.flatMap((value, at): Point[] =>
    value === null || at < from ? [] : [[yearOf(at), value]],
  );
  const numbers = values.map((value) => value ?? NaN);
  const asked = askedOf(numbers, steps).slice(-(map?.length ?? 0));
  const forecast = asked.flatMap((at, i): Point[] =>
    !map || at < from ? [] : [[yearOf(at), (numbers[at - 1] ?? NaN) + deviation * (map[i] ?? NaN)]],
  );
  return { measured, forecast: forecast.filter(([, value]) => Number.isFinite(value)) };
}

/** The values that a picture has room for: what was measured and a little more. */
export function domainOf({ measured }: Lines): readonly [number, number] {
  const values = measured.map(([, value]) => value);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const room = 0.15 * (most - least);
  return [least - room, most + room];
}

/** Years to be marked: two or three of them. */
export function wholeYears(lines: Lines): readonly number[] {
  const [first, last] = yearsOf(lines);
  const every = Math.max(1, Math.floor((last - first) / 2.5));
  const begin = Math.ceil(first);
  const many = Math.max(0, Math.floor((last - begin) / every) + 1);
  return Array.from({ length: many }, (_, i) => begin + i * every);
}

export function yearsOf({ measured }: Lines): readonly [number, number] {
  const years = measured.map(([year]) => year);
  return [Math.min(...years), Math.max(...years)];
}
