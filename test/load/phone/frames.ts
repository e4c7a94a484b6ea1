/** A phone draws 60 frames a second, ms. */
const PERIOD = 1_000 / 60;

/**
 * A frame is late when it comes more than one and a half periods after the one before: the page missed at least one
 * refresh of its screen. Chromium stamps frames with the time of their refresh, so gaps are whole periods but for a
 * little jitter of the timer that stands in for a screen; half a period keeps the two apart.
 */
export const LATE = 1.5 * PERIOD;

export interface Pace {
  /** The share of frames that came late, in per cent. */
  readonly late: number;
  /** How many frames were counted. */
  readonly frames: number;
  /** The longest wait for a frame, ms. */
  readonly worst: number;
}

/** What the timestamps of consecutive frames, in ms, say about how smooth a page was. */
export function paceOf(stamps: readonly number[]): Pace {
  const gaps = stamps.slice(1).map((stamp, i) => stamp - (stamps[i] ?? stamp));
  if (gaps.length === 0) throw new Error('two frames make the first gap');
  const late = gaps.filter((gap) => gap > LATE).length;
  return { late: (100 * late) / gaps.length, frames: gaps.length, worst: Math.max(...gaps) };
}
