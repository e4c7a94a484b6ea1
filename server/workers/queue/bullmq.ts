import type { BackendClasses, IQueueBackend, Processor } from 'bullmq';
import { CORE } from '#shared/training/core';

/** What a job says in the queue: no name, seat or device; but what a class has drawn, where that is to be read. */
export interface Sent {
  /** Packed; empty: something that stood in it was erased while it ran. */
  readonly request: string;
}

/** Where the queue is kept. */
export type Kept = { readonly postgres: string } | { readonly redis: string };

/** Whoever waits for a job must understand what others wrote: a change of what stands in it makes another queue. */
const FORMAT = 1;

/**
 * Workers of another core would give other bits, so they have another queue: during an upgrade each server's jobs wait for
 * workers of their own core.
 */
export const QUEUE = `training-${FORMAT}-${CORE}`;

/** Tables of their own beside the log's. */
const SCHEMA = 'bullmq';

const CONNECT_WITHIN = 5_000;
/** A request has some hundred kilobytes. */
const ANSWER_WITHIN = 10_000;

/**
 * A worker's lock on a job, ms, which it renews at half of that; when one dies, its jobs are taken from it by the second
 * look after it has run out.
 */
const LOCK = 6_000;
const LOOK = 3_000;

/** So often a job may be found without its worker: a third time it is the job that ends workers. */
const MOST_LOST = 2;

/** What ended and nobody took, for its server died: s, and how many. BullMQ looks only when another job ends. */
export const KEPT = { age: 120, count: 500 };

/** Events in the stream that servers follow. */
const EVENTS = 1_000;

/**
 * So often news is looked for that nobody was woken for, ms: what happens while a server reads the news before it wakes
 * nobody there.
 */
const NEWS = 100;

/** After the database was away, ms. */
const AGAIN = 1_000;

/** A `:w:` name of a worker says how many jobs it does at once, for servers to see. */
export const workerName = (threads: number, host: string): string =>
  `${threads}@${host.replace(/[^\w.-]/g, '-')}`;

export const threadsIn = (rawName: string): number => Number(/:w:(\d+)@/.exec(rawName)?.[1] ?? 1);

function made<B extends IQueueBackend, C>(classes: BackendClasses<B, C>, connectionOf: (most: number) => C) {
  return {
    queue: () =>
      new classes.Queue<Sent, string>(QUEUE, {
        connection: connectionOf(4),
        streams: { events: { maxLen: EVENTS } },
        defaultJobOptions: { attempts: 1 },
      }),
    events: () =>
      new classes.QueueEvents<string>(QUEUE, {
        connection: connectionOf(1),
        autorun: false,
        blockingTimeout: NEWS,
      }),
    worker: (process: Processor<Sent, string>, threads: number, host: string) =>
      new classes.Worker<Sent, string>(QUEUE, process, {
        connection: connectionOf(2),
        concurrency: threads,
        name: workerName(threads, host),
        lockDuration: LOCK,
        stalledInterval: LOOK,
        maxStalledCount: MOST_LOST,
        runRetryDelay: AGAIN,
        removeOnComplete: KEPT,
        removeOnFail: KEPT,
      }),
  };
}

export type Made = ReturnType<typeof made>;

/** Opens a queue; rejects at the first error, which a client of Redis would go on from for ever. */
export async function openQueue(made: Made, onAway: (error: unknown) => void) {
  const queue = made.queue();
  const failed = new Promise<never>((_, reject) => queue.once('error', reject));
  try {
    await Promise.race([queue.waitUntilReady(), failed]);
  } catch (error) {
    queue.on('error', () => undefined);
    // Nobody waits for it: what was never there cannot say that it is gone.
    void queue.close().catch(() => undefined);
    throw error;
  }
  failed.catch(() => undefined);
  queue.on('error', onAway);
  return queue;
}

/** What makes the ends of the queue. Nothing of BullMQ is loaded before this is called. */
export async function bullmqOn(kept: Kept): Promise<Made> {
  const { createPostgresBackend, createRedisBackend, withBackend } = await import('bullmq');
  if ('redis' in kept) {
    // A worker's wait for a job must not end because Redis is away.
    const connection = { url: kept.redis, maxRetriesPerRequest: null, connectTimeout: CONNECT_WITHIN };
    return made(withBackend(createRedisBackend), () => connection) as unknown as Made;
  }
  return made(withBackend(createPostgresBackend), (max) => ({
    ...{ connectionString: kept.postgres, schema: SCHEMA, migrate: true, max },
    ...{ connectionTimeoutMillis: CONNECT_WITHIN, query_timeout: ANSWER_WITHIN, keepAlive: true },
  })) as unknown as Made;
}
