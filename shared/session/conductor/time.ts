import type { Pace } from '../events';
import type { Countdown } from '../state';

/** Phones show 0 this long before the server closes: an answer sent at 0 still arrives. */
export const GRACE = 1_000;

/** What an open step has left, at least, after a restart. */
export const LEFT_AFTER_RESTART = 5_000;

/** The longest extension in one go, ms. */
export const MAX_EXTENSION = 30 * 60_000;

/** A countdown of `total` ms that starts once `reading` ms are over. */
export function started(at: number, reading: number, total: number): Countdown {
  return { total, deadline: at + reading + total, frozen: null, opened: { reading, total } };
}

/**
 * A seat's own countdown in an open step: the class's, longer by what its pace adds to reading and answering. So
 * whatever moves the class's zero moves every seat's by as much. Null: the seat has no zero.
 */
export function paced(countdown: Countdown, pace: Pace): Countdown | null {
  if (pace === null) return null;
  const added = (ms: number) => Math.round((ms * (pace - 10)) / 10);
  const { reading, total } = countdown.opened;
  const more = added(reading) + added(total);
  return {
    ...countdown,
    total: countdown.total + added(total),
    deadline: countdown.deadline + more,
    frozen: countdown.frozen === null ? null : countdown.frozen + more,
  };
}

/** Whether an answer comes too late for a countdown: more than the second after its zero. */
export const isOver = (countdown: Countdown, at: number): boolean => leftOf(countdown, at) <= -GRACE;

/** Milliseconds left; below 0 once it is over. */
export const leftOf = (countdown: Countdown, at: number): number =>
  countdown.frozen ?? countdown.deadline - at;

export const frozen = (countdown: Countdown, at: number): Countdown => ({
  ...countdown,
  frozen: leftOf(countdown, at),
});

export const unfrozen = (countdown: Countdown, at: number): Countdown => ({
  ...countdown,
  deadline: at + leftOf(countdown, at),
  frozen: null,
});

export const extended = (countdown: Countdown, by: number): Countdown => ({
  ...countdown,
  total: countdown.total + by,
  deadline: countdown.deadline + by,
  frozen: countdown.frozen === null ? null : countdown.frozen + by,
});

/** The same countdown with `left` ms at most from now on. */
export function cut(countdown: Countdown, at: number, left: number): Countdown {
  const by = Math.max(0, leftOf(countdown, at) - left);
  return {
    ...countdown,
    total: countdown.total - by,
    deadline: countdown.deadline - by,
    frozen: countdown.frozen === null ? null : countdown.frozen - by,
  };
}

/** The same countdown after a restart: time has stood still, and a minimum is given back. */
export const resumed = (countdown: Countdown, at: number): Countdown => ({
  ...countdown,
  deadline: Math.max(countdown.deadline, at + LEFT_AFTER_RESTART),
});

/**
 * What an answer's time is worth with `speed` timing: 1 within the first half second, then falling linearly to
 * 1/2 at the end of the countdown.
 */
export function speedFactor(countdown: Countdown, at: number): number {
  const elapsed = countdown.total - leftOf(countdown, at);
  if (elapsed <= 500) return 1;
  return Math.max(0.5, 1 - elapsed / countdown.total / 2);
}
