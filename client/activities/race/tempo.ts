/** How long an epoch is shown at the start of a run, ms: long enough to be seen. */
const EPOCH = 90;
/** No run is longer than patience, on a device that can train it in that time, ms. */
export const LONGEST = 6_000;

/** The most of one frame that counts, ms: in a tab that was away, or on a device that slept, time stood still. */
export const LONGEST_FRAME = 250;

/** How long the worker may train between two pictures, ms: one picture for each frame stays in reach. */
export const SLICE = 12;
/** On a device that falls behind: fewer pictures, more training between them. */
export const LONGEST_SLICE = 100;

/** How much faster than at its start a run of `to` epochs becomes, in epochs/ms²; short runs do not. */
function acceleration(to: number): number {
  const time = Math.min(LONGEST, EPOCH * to);
  return (to - time / EPOCH) / time ** 2;
}

/** A whole epoch is not missed by a rounding error. */
const ROUNDING = 1e-6;

/**
 * The epoch that is due after `ms` of a run of `to` epochs: t / EPOCH + a t². The first epochs, in which most is
 * learnt, go by one at a time; what is left of a long run goes by ever faster.
 */
export const epochDue = (to: number, ms: number): number =>
  Math.min(to, Math.floor(ms / EPOCH + acceleration(to) * ms ** 2 + ROUNDING));

/** The ms of a run of `to` epochs at which `epoch` is due: the other way round. */
export function timeOf(to: number, epoch: number): number {
  const a = acceleration(to);
  const root = Math.sqrt(1 / EPOCH ** 2 + 4 * a * epoch);
  // 2 c / (b + root) instead of (root - b) / (2 a): it also holds for a = 0.
  return (2 * epoch) / (1 / EPOCH + root);
}

/** The next slice: twice as long for a worker that did not get as far as was due, up to LONGEST_SLICE. */
export const nextSlice = (slice: number, late: boolean): number =>
  late ? Math.min(LONGEST_SLICE, 2 * slice) : SLICE;
