import type { Countdown } from '#shared/session/state';
import { clockWords } from './countdown';

/** Whether the task is still being read, also while time stands still. */
export const isReading = ({ total, deadline, frozen }: Countdown, now: number): boolean =>
  (frozen ?? deadline - now) > total;

/**
 * What is told of the time left, the same wherever it is told: in steps of ten seconds, since a number that changes every
 * second is all that one would look at; the last ten by the second.
 */
export const leftWords = (ms: number): string =>
  clockWords(ms > 10_000 ? Math.ceil(ms / 10_000) * 10_000 : ms);
