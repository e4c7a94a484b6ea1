import type { SeatId } from '../events';
import type { SessionState } from '../state';
import type { Presence } from './pulse';

/** How many phones hold each line of the warm-up, by its degrees: at most 181 lines, however big the class. */
export interface WarmUps {
  readonly lines: Readonly<Record<string, number>>;
}

/** How far a line of the warm-up turns either way, in degrees; 0 is level, and more is clockwise. */
export const MOST_DEGREES = 90;

/** The lines that who waits in the lobby has turned; null before anybody has. */
export function warmUps({ seats }: SessionState, { here, drafts }: Presence): WarmUps | null {
  const lines: Record<string, number> = {};
  for (const [seat, degrees] of drafts) {
    if (!waits(seats, seat, here) || typeof degrees !== 'number') continue;
    lines[degrees] = (lines[degrees] ?? 0) + 1;
  }
  return Object.keys(lines).length > 0 ? { lines } : null;
}

const waits = (seats: SessionState['seats'], seat: SeatId, here: Presence['here']): boolean =>
  seats.get(seat)?.kicked === false && here(seat);
