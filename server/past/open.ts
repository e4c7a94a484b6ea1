import type { Classroom } from '../classroom';
import type { Env } from '../env';
import { processClock } from '../live/clock';
import { retain } from '../storage/retention';
import type { Stores } from '../stores';
import { Archive } from './archive';
import { Eraser } from './erasing';
import { erasures } from './hearing';
import { untellAside } from '../live/roll';
import type { Told } from '../storage/news';
import { ERASED, writeAnew } from '../storage/postgres/write-anew';
import type { Pool } from '../workers/pool';

/** What becomes of sessions afterwards: they are looked back at, erased, and deleted when their time is up. */
export interface PastSessions {
  readonly archive: Archive;
  readonly eraser: Eraser;
  readonly close: () => Promise<void>;
}

/** How other servers hear of an erasure, and that there was one is written down for whoever writes the tables anew. */
function telling({ commons, log, storage: { settings } }: Stores): (told: Told) => Promise<boolean> {
  if (!commons) return () => Promise.resolve(true);
  return async (told) => {
    try {
      await commons.news.tell(told);
      // Until it heard of it another server may have taken the end back, and written behind what was erased.
      if (told.what === 'session' && !(await log.erase(told.session, 'all'))) return false;
      await settings.set(ERASED, new Date().toISOString());
      if (told.what === 'session') await untellAside(settings)(told.session);
      return true;
    } catch {
      return false;
    }
  };
}

/**
 * `scripts`: the folder of the built threads. `onBug` hears of a deletion that could not be done (it is tried again a
 * day later).
 */
export function openPast(
  stores: Stores,
  { rooms, jobs }: Pick<Classroom, 'rooms'> & { readonly jobs: Pick<Pool, 'forget'> },
  { retentionDays }: Env,
  scripts: URL,
  onBug: (error: unknown) => void,
): PastSessions {
  const { log, storage, source, commons } = stores;
  const { sessions } = storage;
  const archive = new Archive(new URL('past.js', scripts), source, processClock);
  const tell = telling(stores);
  const eraser = new Eraser({ log, sessions, rooms, archive, jobs, tell });
  commons?.news.hear(erasures({ rooms, log, archive, jobs, onBug }));
  const stopRetaining = retain({
    ...{ sessions, days: retentionDays, clock: processClock, onBug, once: commons?.once },
    erase: (session) => eraser.session(session),
    today: () => new Date(),
  });
  const stopWriting = commons
    ? writeAnew({ commons, settings: storage.settings, clock: processClock, onBug })
    : () => Promise.resolve();
  const close = async () => {
    await Promise.all([stopWriting(), stopRetaining()]);
    await archive.close();
  };
  return { archive, eraser, close };
}
