import type { Classroom } from '../classroom';
import type { Env } from '../env';
import { processClock } from '../live/clock';
import { retain } from '../storage/retention';
import type { Stores } from '../stores';
import { Archive } from './archive';
import { Eraser } from './erasing';

/** What becomes of sessions afterwards: they are looked back at, erased, and deleted when their time is up. */
export interface PastSessions {
  readonly archive: Archive;
  readonly eraser: Eraser;
  readonly close: () => Promise<void>;
}

/**
 * `scripts`: the folder of the built threads. `onBug` hears of a deletion that could not be done (it is tried again a
 * day later).
 */
export function openPast(
  { log, storage, source, commons }: Stores,
  { rooms }: Classroom,
  { retentionDays }: Env,
  scripts: URL,
  onBug: (error: unknown) => void,
): PastSessions {
  const { sessions } = storage;
  const archive = new Archive(new URL('past.js', scripts), source, processClock);
  const eraser = new Eraser({ log, sessions, rooms, archive });
  const stopRetaining = retain({
    ...{ sessions, days: retentionDays, clock: processClock, onBug, once: commons?.once },
    erase: (session) => eraser.session(session),
    today: () => new Date(),
  });
  const close = async () => {
    await stopRetaining();
    await archive.close();
  };
  return { archive, eraser, close };
}
