import { startWorker } from '../worker';
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
  let running = await begin();
  return {
    name,
    get pid() {
      return running.pid;
    },
    /** All that it has said since it started. */
    output: () => running.output(),
    said: (find: RegExp) => running.said(find),
    kill: () => running.kill(),
    /** Another one in its place, after `kill` or `end`. */
    start: async () => {
      running = await begin();
    },
    pause: () => running.pause(),
    resume: () => running.resume(),
    cut: (how: Cut = 'broken') => way.cut(how),
    mend: () => way.mend(),
    end: () => running.stop(),
    remove: async () => {
      await running.kill();
      await way.remove();
    },
  };
}

export type ClusterWorker = Awaited<ReturnType<typeof startClusterWorker>>;
