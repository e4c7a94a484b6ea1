import { openPool, type Pool } from '../../server/workers/pool';
import { openQueued } from '../../server/workers/queue/open';
import { Serving } from '../../server/workers/queue/serving';
import { temporaryDatabase } from './database';
import { kernelModule } from './kernel';
import { onPostgres } from './on-postgres';
import { threadScript, type ThreadName } from './threads';

/** A queue in a database of its own, with what servers and workers make of it in this process. */
export async function temporaryQueue() {
  const database = await temporaryDatabase();
  const open: (() => Promise<void>)[] = [];
  const failures: unknown[] = [];
  const kept = { postgres: database.url };
  return {
    ...{ url: database.url, failures },
    /** What a server with JOBS=queue trains with. */
    server: async (): Promise<Pool> => {
      const opened = await openQueued(kept, (error) => failures.push(error));
      if (!opened.ok) throw new Error(opened.error);
      open.push(opened.value.close);
      return opened.value;
    },
    /** A worker whose threads run `script`. */
    worker: async (script: ThreadName, options: Parameters<typeof openPool>[1] = {}) => {
      const { threads = 1 } = options;
      const pool = openPool(threadScript(script), { kernel: kernelModule(), ...options, threads });
      const serving = await Serving.open({
        ...{ kept, pool, threads, host: 'test' },
        onAway: (error) => failures.push(error),
        onThere: () => undefined,
      });
      const close = async (patience = 0) => {
        await serving.close(patience);
        await pool.close();
      };
      open.push(close);
      return { close };
    },
    /** The jobs that are in the queue, in whichever state. */
    jobs: () => onPostgres(database.url, 'SELECT id, state, data, priority FROM bullmq.job ORDER BY seq'),
    /** Everything in it is gone. */
    wipe: () => onPostgres(database.url, 'TRUNCATE bullmq.job, bullmq.event CASCADE'),
    remove: async () => {
      for (const close of open.splice(0)) await close();
      await database.remove();
    },
  };
}

export type TemporaryQueue = Awaited<ReturnType<typeof temporaryQueue>>;
