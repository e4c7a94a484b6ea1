import type { Clock } from '../../live/clock';
import { DAY, daily } from '../daily';
import type { Settings } from '../prisma/settings';
import type { Commons } from './commons';
import { unhurried } from './unhurried';

/** Where it stands that something was erased since the tables of names and words were written anew. */
export const ERASED = 'erased-since';

const ANEW = 'VACUUM (FULL) log_personal, log_beside';

/** How long it may take, ms: a class that plays waits for it, and one that begins; a server thinks the database gone after 3 s. */
const WITHIN = { inClass: 1_500, else: 2_500 };
/** How long it waits for somebody who reads, ms: whoever asks later waits behind it. */
const TURN_WITHIN = 1_000;

/** How often it is looked whether something was erased, ms. */
const HOUR = 3_600_000;

/** What the database says when one of the two was not enough. */
const OVER = new Set(['57014', '55P03']);

const PLAYED = 'SELECT EXISTS (SELECT FROM log_running) AS played';

interface Ports {
  readonly commons: Pick<Commons, 'once' | 'pool'>;
  readonly settings: Pick<Settings, 'get' | 'take'>;
  readonly clock: Clock;
  readonly onBug: (error: unknown) => void;
}

/** Whether it was done within `ms`. */
async function written({ commons: { pool } }: Ports, ms: number): Promise<boolean> {
  const client = await pool.connect();
  try {
    await client.query(`SET statement_timeout = ${ms}; SET lock_timeout = ${TURN_WITHIN}`);
    await unhurried(client, ANEW);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && OVER.has(String(error.code))) return false;
    throw error;
  } finally {
    // With the connection its limits are gone.
    client.release(true);
  }
}

/**
 * Writes the tables of names and words anew within an hour, if something was erased: what a page still had of it is gone
 * then. Nobody can append meanwhile, so it may take a moment and no more, and where something is played it is tried once a
 * day; if that was not enough, it is tried again as long as it takes.
 */
async function anew(ports: Ports): Promise<void> {
  const { commons, settings } = ports;
  const erased = await settings.get(ERASED);
  if (erased === null) return;
  const within = async (ms: number) => {
    // What was erased meanwhile is another hour's.
    if (await written(ports, ms)) await settings.take(ERASED, erased);
  };
  const { rows } = await commons.pool.query<{ played: boolean }>(PLAYED);
  if (rows[0]?.played) await commons.once('anew-in-class', DAY, () => within(WITHIN.inClass));
  else await within(WITHIN.else);
}

/** Answers what ends it. */
export const writeAnew = (ports: Ports): (() => Promise<void>) =>
  daily({ clock: ports.clock, onBug: ports.onBug, once: ports.commons.once, every: HOUR }, 'anew', () =>
    anew(ports),
  );
