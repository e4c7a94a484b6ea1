import type { Countdown } from '#shared/session/state';

/** Where a countdown is. `left` in ms; `share` of the line that is still drawn. */
export interface Reading {
  readonly at: 'reading' | 'running' | 'frozen' | 'over';
  readonly left: number;
  readonly share: number;
}

/** Reads a countdown against the session's clock. More left than its total: the task is still being read. */
export function readCountdown({ total, deadline, frozen }: Countdown, now: number): Reading {
  const left = Math.max(0, frozen ?? deadline - now);
  const share = total > 0 ? Math.min(1, left / total) : 0;
  if (frozen !== null) return { at: 'frozen', left, share };
  if (left > total) return { at: 'reading', left, share: 1 };
  return { at: left > 0 ? 'running' : 'over', left, share };
}

/** Seconds at which the time left is read out: often enough to plan, rarely enough to think. */
const SPOKEN = [60, 30, 10] as const;

/** What was last worth saying about a running countdown: the mark just passed, in seconds; null before the first. */
export function spokenMark(total: number, left: number): number | null {
  const passed = SPOKEN.filter((mark) => mark * 1_000 < total && left <= mark * 1_000);
  return passed.at(-1) ?? null;
}

/** Milliseconds as minutes and seconds, rounded up so that 0:00 means over. */
export function clockWords(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1_000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
