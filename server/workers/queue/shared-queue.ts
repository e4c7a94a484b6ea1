import { bullmqOn, KEPT, openQueue, threadsIn, type Kept, type Made } from './bullmq';
import { GIVEN_UP } from './serving';

/** What has become of a job in the queue. `gone`: the queue knows nothing of it. `lost`: it ended, and not by its own fault. */
export type Seen =
  | { readonly is: 'waiting' | 'running' | 'gone' | 'lost' | 'failed' }
  | { readonly is: 'done'; readonly result: unknown };

/** A job that is in the queue. */
export interface Placed {
  readonly look: () => Promise<Seen>;
  /** Only what waits goes by it; 1 comes first. */
  readonly setPriority: (priority: number) => Promise<void>;
  /** Unless it runs. */
  readonly remove: () => Promise<void>;
}

/** The queue, as servers use it. Everything rejects while it is away. */
export interface SharedQueue {
  /** A job that is there already stays as it is, whoever has put it there. */
  readonly put: (id: string, request: string, priority: number) => Promise<Placed>;
  /** How many jobs all workers do at once. */
  readonly threads: () => Promise<number>;
  /** The jobs of a session, in whichever state and whoever has put them there. */
  readonly jobsOf: (session: string) => Promise<readonly string[]>;
  /** Takes out a job and what it came to. False: it runs; what it says is taken out, and the rest can be once it has ended. */
  readonly clear: (id: string) => Promise<boolean>;
  readonly close: () => Promise<void>;
}

interface Told {
  /** Something has happened to a job, of whichever server. */
  readonly onNews: (id: string) => void;
  readonly onAway: (error: unknown) => void;
}

/** So often what ended long ago, and nobody took, is taken out, ms. */
const SWEEP = 30_000;

/** Before news is followed again after the queue was away, ms. */
const AGAIN = 1_000;

type Queue = ReturnType<Made['queue']>;

/** Opens it, or rejects if it cannot be reached. */
export async function openSharedQueue(kept: Kept, told: Told): Promise<SharedQueue> {
  const made = await bullmqOn(kept);
  const queue = await openQueue(made, told.onAway);
  const stop = follow(made, told);
  const sweepNow = () => void sweep(queue).catch(told.onAway);
  const sweeping = setInterval(sweepNow, SWEEP).unref();
  sweepNow();
  return {
    put: async (id, request, priority) => placed(queue, id, await put(queue, id, request, priority)),
    threads: async () =>
      (await queue.getWorkers()).reduce((sum, { rawname = '' }) => sum + threadsIn(rawname), 0),
    jobsOf: async (session) =>
      (await queue.getRanges([...STATES], 0, -1)).filter((id) => id.startsWith(`${session}/`)),
    clear: (id) => clear(queue, id),
    close: async () => {
      clearInterval(sweeping);
      await stop();
      await queue.close();
    },
  };
}

const ENDED = ['completed', 'failed'] as const;
const STATES = ['waiting', 'prioritized', 'delayed', 'active', ...ENDED] as const;

const put = (queue: Queue, jobId: string, request: string, priority: number) =>
  queue.add('train', { request }, { jobId, priority });

type Added = Awaited<ReturnType<typeof put>>;

function placed(queue: Queue, id: string, job: Added): Placed {
  return {
    look: () => look(queue, id),
    setPriority: (priority) => job.changePriority({ priority }),
    remove: async () => {
      await queue.remove(id);
    },
  };
}

async function sweep(queue: Queue): Promise<void> {
  for (const state of ENDED) await queue.clean(KEPT.age * 1_000, KEPT.count, state);
}

async function clear(queue: Queue, id: string): Promise<boolean> {
  if ((await queue.remove(id)) === 1) return true;
  const job = await queue.getJob(id);
  if (!job) return true;
  try {
    await job.updateData({ request: '' });
    return false;
  } catch (error) {
    if ((await queue.getJobState(id)) !== 'unknown') throw error;
    return true;
  }
}

async function look(queue: Queue, id: string): Promise<Seen> {
  const state = await queue.getJobState(id);
  if (state === 'active') return { is: 'running' };
  if (state === 'unknown') return { is: 'gone' };
  if (state !== 'completed' && state !== 'failed') return { is: 'waiting' };
  const job = await queue.getJob(id);
  if (!job) return { is: 'gone' };
  if (state === 'failed') return { is: job.failedReason === GIVEN_UP ? 'failed' : 'lost' };
  return { is: 'done', result: parsed(job.returnvalue) };
}

/** A result that is not JSON is none, and not sound. */
function parsed(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return null;
  }
}

/**
 * Follows the news, once more whenever that has ended: BullMQ's own loop stops at an error that it does not take for a lost
 * connection, and a database that is restarted causes such ones. What is missed meanwhile is found by looking.
 */
function follow(made: Made, { onNews, onAway }: Told): () => Promise<void> {
  let stopped = false;
  let wake: () => void = () => undefined;
  const events = made.events();
  for (const name of ['completed', 'failed', 'duplicated'] as const)
    events.on(name, ({ jobId }: { jobId: string }) => onNews(jobId));
  events.on('error', onAway);
  const loop = async () => {
    while (!stopped) {
      await events.run().catch(onAway);
      if (stopped) return;
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, AGAIN).unref();
      });
    }
  };
  const ended = loop();
  return async () => {
    stopped = true;
    wake();
    await events.close();
    await ended;
  };
}
