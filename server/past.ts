import type { Classroom } from './classroom';
import type { Env } from './env';
import { Eraser } from './erasing';
import { Archive } from './http/review';
import { processClock } from './live/clock';
import { retain } from './storage/retention';
import type { Stores } from './stores';

/** What becomes of sessions afterwards: they are looked back at, erased, and deleted when their time is up. */
export interface PastSessions {
  readonly archive: Archive;
  readonly eraser: Eraser;
  readonly close: () => Promise<void>;
}

/** `onBug` hears of a deletion that could not be done (it is tried again a day later). */
export function openPast(
  { log, storage }: Stores,
  { rooms }: Classroom,
  { retentionDays }: Env,
  onBug: (error: unknown) => void,
): PastSessions {
  const { sessions } = storage;
  const archive = new Archive(log);
  const eraser = new Eraser({ log, sessions, rooms, archive });
  const close = retain({
    ...{ sessions, days: retentionDays, clock: processClock, onBug },
    erase: (session) => eraser.session(session),
    today: () => new Date(),
  });
  return { archive, eraser, close };
}
