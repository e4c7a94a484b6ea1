import type { Clock } from '../clock';
import type { Rooms } from '../rooms';

interface Ports {
  readonly rooms: Pick<Rooms, 'held' | 'letGo'>;
  readonly clock: Clock;
  /** ms */
  readonly drainWithin: number;
}

/** A class has found the next server by then, ms: no longer is waited between two rooms. */
const LONGEST_PAUSE = 1_000;

/**
 * Sends every room to another server, one after the other, so that not all of their phones arrive there at once; those in
 * which nobody is need no pause.
 */
export async function sendAllAway({ rooms, clock, drainWithin }: Ports): Promise<void> {
  const all = rooms.held();
  const peopled = all.filter(({ connections }) => connections > 0);
  await Promise.all(all.filter((room) => !peopled.includes(room)).map(({ id }) => rooms.letGo(id)));
  const pause = Math.min(LONGEST_PAUSE, drainWithin / peopled.length);
  const leaving: Promise<void>[] = [];
  for (const [i, { id }] of peopled.entries()) {
    if (i > 0) await new Promise<void>((resolve) => clock.after(pause, resolve));
    // What one of them waits for holds up no other.
    leaving.push(rooms.letGo(id));
  }
  await Promise.all(leaving);
}
