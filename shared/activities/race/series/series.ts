import { windowsOf } from '../../../training/sets/series';
import type { Samples } from '../../../training/samples';

/** Real series of measurements at equal steps of time. */
export type SeriesData = 'co2' | 'temperatures';

/** A stretch of a series as it is sent; null where nothing was measured. */
export interface Stretch {
  /** Its first value among all of the series. */
  readonly first: number;
  readonly values: readonly (number | null)[];
}

/** How a series is cut into what a network reads: so many changes, in deviations, and then the next one. */
export interface Cut {
  readonly steps: number;
  readonly deviation: number;
}

/** What a network learns from, as it is sent: the last `samples` windows of the visible years. */
export interface SeriesFrom extends Stretch, Cut {
  readonly from: 'table';
  readonly samples: number;
}

export interface SeriesJudgesFrom extends Cut {
  readonly from: 'table';
  readonly open: Stretch;
  readonly hidden: Stretch;
}

const windows = ({ values }: Stretch, { deviation, steps }: Cut): Samples =>
  windowsOf(
    values.map((value) => value ?? NaN),
    deviation,
    steps,
  );

/** The last windows of some. */
function last({ x, y }: Samples, count: number, steps: number): Samples {
  const from = Math.max(0, y.length - count);
  return { x: x.slice(from * steps), y: y.slice(from) };
}

export const seriesFrom = (sent: SeriesFrom): Samples => last(windows(sent, sent), sent.samples, sent.steps);

export const seriesJudging = (
  sent: SeriesJudgesFrom,
): { readonly open: Samples; readonly hidden: Samples } => ({
  open: windows(sent.open, sent),
  hidden: windows(sent.hidden, sent),
});
