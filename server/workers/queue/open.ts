import { err, ok, type Result } from '#shared/result';
import { reasonFrom, whereOf } from '../../storage/postgres/address';
import type { Pool } from '../pool';
import { onceAway } from './away';
import type { Kept } from './bullmq';
import { QueuedJobs } from './queued-jobs';
import { openSharedQueue } from './shared-queue';

/** Where it is, without who may use it. */
export const placeOf = (kept: Kept): string => whereOf('redis' in kept ? kept.redis : kept.postgres);

/** What a person can do who started a server or a worker. */
export const unreachableQueue = (kept: Kept, error: unknown): string =>
  `The queue at ${placeOf(kept)} cannot be used (${reasonFrom(error)}): see that it runs, and that ${
    'redis' in kept ? 'REDIS_URL' : 'DATABASE_URL'
  } is right.`;

/** A pool whose threads are those of all workers. The error is one sentence for the person who started the server. */
export async function openQueued(
  kept: Kept,
  onFailed: (error: unknown) => void,
): Promise<Result<Pool, string>> {
  const told = onceAway(onFailed);
  let jobs: QueuedJobs | null = null;
  try {
    const queue = await openSharedQueue(kept, {
      onNews: (id) => jobs?.news(id),
      onAway: told.away,
    });
    jobs = new QueuedJobs(queue, onFailed, told);
    await jobs.count();
  } catch (error) {
    return err(unreachableQueue(kept, error));
  }
  const opened = jobs;
  return ok({
    train: (asked) => opened.train(asked),
    reckon: (asked) => opened.reckon(asked),
    load: () => opened.load(),
    forget: (session, what) => opened.forget(session, what),
    close: () => opened.close(),
  });
}
