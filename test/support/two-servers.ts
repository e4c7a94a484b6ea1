import type { SessionLog } from '../../server/storage/log/port';
import { wayTo, type DatabaseWay } from './cluster/database-way';
import { temporaryDatabase } from './database';
import { startEngine, type Engine } from './engine';
import { openPostgresLog } from './postgres-log';

/** One of several servers in this process. */
export interface SharingServer extends Engine {
  /** Its own way to the database. */
  readonly way: DatabaseWay;
}

async function startOn(url: string, name: string) {
  const way = await wayTo(Number(new URL(url).port), name);
  const through = new URL(url);
  through.port = String(way.port);
  const log: SessionLog = await openPostgresLog(through.href);
  const engine = await startEngine({ log, shared: true });
  const stop = async () => {
    await engine.stop();
    await log.close();
    await way.remove();
  };
  return { ...engine, way, stop };
}

/** Two servers with real sockets on one real database; nobody stands in front of them. */
export async function startTwoServers() {
  const database = await temporaryDatabase();
  const [a, b] = [await startOn(database.url, 'a'), await startOn(database.url, 'b')] as const;
  const stop = async () => {
    await Promise.all([a.stop(), b.stop()]);
    await database.remove();
  };
  /** The log as it stands in the database. */
  const log = await openPostgresLog(database.url);
  return { a, b, log, stop: () => log.close().then(stop) };
}

export type TwoServers = Awaited<ReturnType<typeof startTwoServers>>;
