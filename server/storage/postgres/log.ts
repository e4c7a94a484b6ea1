import type { SessionLog } from '../log/port';
import { decoded } from '../log/rebuild';
import { stored } from '../log/stored';
import { Appender } from './appender';
import type { Postgres } from './connect';
import { erasing } from './erasing';
import { allRunning, eventsAfter, headsOf, namesOf, runningOne } from './reading';

// A number that changes, or nothing would be written.
const PROBE = `INSERT INTO log_probe (id, commits) VALUES (1, 1)
  ON CONFLICT (id) DO UPDATE SET commits = log_probe.commits + 1`;

/** The log in a database that several servers may share; its tables are there (migrate.ts). */
export function postgresLog(postgres: Pick<Postgres, 'writer' | 'pool'>): SessionLog {
  const { writer, pool } = postgres;
  const appender = new Appender(writer);
  const erase = erasing(postgres);
  return {
    append: (entries) => appender.append(entries.map(stored)),
    read: async (session, after = 0) => decoded(await eventsAfter(pool, session, after), after),
    names: async (session) => new Map((await namesOf(pool, session)).map(({ row, text }) => [row, text])),
    running: () => allRunning(pool),
    find: (key) => runningOne(pool, key),
    heads: async (sessions) =>
      new Map((await headsOf(pool, sessions)).map(({ session, seq }) => [session, seq])),
    // What was asked before may be what is to be erased.
    erase: (...erased) => appender.settled().then(() => erase(...erased)),
    probe: () =>
      writer.query({ name: 'log-probe', text: PROBE }).then(
        () => true,
        () => false,
      ),
    close: () => appender.settled(),
  };
}
