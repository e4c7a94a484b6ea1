import { startWorker } from '../server';
import { wayTo, type Cut } from './database-way';

interface Given {
  readonly name: string;
  readonly database: URL;
  readonly env: Readonly<Record<string, string>>;
}

/** Starts one of the processes that train for the servers of a cluster. */
export async function startClusterWorker({ name, database, env }: Given) {
  const way = await wayTo(Number(database.port), name);
  const own = new URL(database);
  own.port = String(way.port);
  const begin = () => startWorker({ SERVER_NAME: name, DATABASE_URL: own.href, JOBS: 'queue', ...env });
  let running = begin();
  return {
    name,
    get pid() {
      return running.pid;
    },
    /** The lines of its log. */
    log: () => running.errors,
    said: (find: RegExp) => running.said(find),
    kill: () => running.end('SIGKILL'),
    /** Another one in its place, after `kill` or `end`. */
    start: () => {
      running = begin();
    },
    pause: () => process.kill(running.pid, 'SIGSTOP'),
    resume: () => process.kill(running.pid, 'SIGCONT'),
    cut: (how: Cut = 'broken') => way.cut(how),
    mend: () => way.mend(),
    end: () => running.end('SIGTERM'),
    remove: async () => {
      await running.end('SIGKILL');
      await way.remove();
    },
  };
}

export type ClusterWorker = Awaited<ReturnType<typeof startClusterWorker>>;
