import { isOver, leftOf } from '#shared/session/conductor/time';
import { untrack } from 'svelte';
import type { StudentSeat } from './seat.svelte';

/** How often a phone looks at its own time, ms. */
const LOOK = 250;

/**
 * Notices when this student's time is over: the step may still be open for somebody else. What they have set goes out
 * at its zero. Without a connection nobody's time is over: after a crash everybody has some left.
 */
export function watchTime(seat: StudentSeat): void {
  const { connection } = seat;
  $effect(() => {
    const { countdown } = seat;
    if (!connection.inTime) return;
    const look = () => {
      const now = connection.now();
      seat.timeIsOver = countdown !== null && isOver(countdown, now);
      if (countdown && leftOf(countdown, now) <= 0) seat.sendAtZero(countdown.deadline);
    };
    untrack(look);
    const timer = setInterval(look, LOOK);
    return () => clearInterval(timer);
  });
  $effect(() => {
    if (connection.inTime) untrack(() => seat.repeatDraft());
  });
}
