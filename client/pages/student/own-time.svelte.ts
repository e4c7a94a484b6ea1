import { isOver } from '#shared/session/conductor/time';
import type { StudentSeat } from './seat.svelte';

/** How often a phone looks at its own time, ms. */
const LOOK = 250;

/**
 * Notices when this student's time is over: the step may still be open for somebody else. Without a connection nobody's
 * time is: after a crash everybody has some left.
 */
export function watchTime(seat: StudentSeat): void {
  $effect(() => {
    const { countdown, connection } = seat;
    if (!connection.inTime) return;
    const look = () => (seat.timeIsOver = countdown !== null && isOver(countdown, connection.now()));
    look();
    const timer = setInterval(look, LOOK);
    return () => clearInterval(timer);
  });
}
