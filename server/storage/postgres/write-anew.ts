import type { Clock } from '../../live/clock';
import { daily } from '../daily';
import type { Settings } from '../prisma/settings';
import type { Commons } from './commons';
import { unhurried } from './unhurried';

/** Where it stands that something was erased since the tables of names and words were written anew. */
export const ERASED = 'erased-since';

const ANEW = 'VACUUM (FULL) log_personal, log_beside';

/** How long a class that plays may have to wait for it, ms: less than a server takes to think the database gone. */
const WITHIN = 1_500;

const PLAYED = 'SELECT EXISTS (SELECT FROM log_running) AS played';

interface Ports {
  readonly commons: Pick<Commons, 'once' | 'pool'>;
  readonly settings: Pick<Settings, 'get' | 'take'>;
  readonly clock: Clock;
  readonly onBug: (error: unknown) => void;
}

/**
 * Writes the tables of names and words anew, once a day, if something was erased: what a page still had of it is gone then.
 * Nobody can append meanwhile, so while something is played it may take a moment and no more; if that is not enough, it
 * is tried on another day.
 */
async function anew({ commons: { pool }, settings }: Ports): Promise<void> {
  const erased = await settings.get(ERASED);
  if (erased === null) return;
  const client = await pool.connect();
  try {
    const { rows } = await client.query<{ played: boolean }>(PLAYED);
    if (rows[0]?.played)
      await client.query(`SET statement_timeout = ${WITHIN}; SET lock_timeout = ${WITHIN}`);
    const done = await unhurried(client, ANEW).then(
      () => true,
      () => false,
    );
    // What was erased meanwhile is another day's.
    if (done) await settings.take(ERASED, erased);
  } finally {
    // With the connection its limits are gone.
    client.release(true);
  }
}

/** Answers what ends it. */
export const writeAnew = (ports: Ports): (() => Promise<void>) =>
  daily({ clock: ports.clock, onBug: ports.onBug, once: ports.commons.once }, 'anew', () => anew(ports));
