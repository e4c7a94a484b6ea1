import type { Lesson } from '#shared/lessons/lesson';
import { startSession } from '../../cluster/session';
import { startCluster } from '../../support/cluster/cluster';
import type { ProxyKind } from '../../support/cluster/proxy';
import { anotherSession, openSchool, type Session } from '../school';
import { startedHere } from './parts';

/** An installation that is to be measured. */
export interface Setup {
  readonly name: string;
  readonly sessions: readonly Session[];
  /** Its processes, but for those of the phones. */
  readonly pids: () => {
    readonly servers: readonly number[];
    readonly database: readonly number[];
    readonly proxy: readonly number[];
  };
  readonly stop: () => Promise<void>;
}

/** One server on SQLite, without anything in front of it. */
export async function onSqlite(lesson: Lesson, rooms: number): Promise<Setup> {
  const { session, stop } = await openSchool(lesson, [process.execPath]);
  const sessions = [session];
  while (sessions.length < rooms) sessions.push(await anotherSession(session, lesson));
  const pids = () => ({ servers: [session.pid], database: [], proxy: [] });
  return { name: 'SQLite, 1 server', sessions, pids, stop };
}

/** So many servers on one PostgreSQL behind a proxy. */
export async function onPostgres(
  servers: number,
  proxy: ProxyKind,
  lesson: Lesson,
  rooms: number,
): Promise<Setup> {
  const cluster = await startCluster({ servers, proxy, direct: true });
  const sessions: Session[] = [];
  while (sessions.length < rooms)
    sessions.push({
      ...(await startSession(cluster, lesson)),
      pid: cluster.servers[0]?.pid ?? NaN,
      watch: null,
    });
  const pids = () => ({
    servers: cluster.servers.map(({ pid }) => pid),
    database: startedHere('postgres'),
    // Ours runs in this process, which does nothing else meanwhile.
    proxy: proxy === 'ours' ? [process.pid] : startedHere(proxy),
  });
  return {
    name: `PostgreSQL, ${servers} ${servers === 1 ? 'server' : 'servers'}`,
    ...{ sessions, pids, stop: cluster.stop },
  };
}
