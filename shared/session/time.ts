import type { Countdown } from './state';

/** Phones show 0 this long before the server closes: an answer sent at 0 still arrives. */
export const GRACE = 1_000;

/** What an open step has left, at least, after a restart. */
export const LEFT_AFTER_RESTART = 5_000;

/** The longest extension in one go, ms. */
export const MAX_EXTENSION = 30 * 60_000;

/** A countdown of `total` ms that starts once `reading` ms are over. */
export function started(at: number, reading: number, total: number): Countdown {
  return { total, deadline: at + reading + total, frozen: null };
}

/** Milliseconds left; below 0 once it is over. */
export const leftOf = (countdown: Countdown, at: number): number =>
  countdown.frozen ?? countdown.deadline - at;

export const frozen = (countdown: Countdown, at: number): Countdown => ({
  ...countdown,
  frozen: Math.max(0, leftOf(countdown, at)),
});

export const unfrozen = (countdown: Countdown, at: number): Countdown => ({
  ...countdown,
  deadline: at + leftOf(countdown, at),
  frozen: null,
});

export const extended = (countdown: Countdown, by: number): Countdown => ({
  total: countdown.total + by,
  deadline: countdown.deadline + by,
  frozen: countdown.frozen === null ? null : countdown.frozen + by,
});

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
