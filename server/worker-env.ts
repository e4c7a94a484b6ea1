import * as v from 'valibot';
import { err, ok, type Result } from '#shared/result';
import { database, metricsPort, type Env } from './env';
import { given } from './env-given';
import { keptIn, redis } from './env-queue';
import type { Kept } from './workers/queue/bullmq';

/** What a worker needs to know. */
export interface WorkerEnv extends Pick<Env, 'metricsPort' | 'host'> {
  readonly queue: Kept;
}

const workerSchema = v.object({
  DATABASE_URL: database,
  REDIS_URL: redis,
  METRICS_PORT: metricsPort,
  HOST: given,
});

/** The same for a worker: where the servers' queue is. */
export function readWorkerEnv(
  variables: Readonly<Record<string, string | undefined>>,
): Result<WorkerEnv, string> {
  const parsed = v.safeParse(workerSchema, variables);
  if (!parsed.success) return err(parsed.issues[0].message);
  const { REDIS_URL, DATABASE_URL, METRICS_PORT, HOST } = parsed.output;
  const queue = keptIn(REDIS_URL, DATABASE_URL);
  if (queue) return ok({ queue, metricsPort: METRICS_PORT, host: HOST });
  return err(
    'A worker serves the queue of servers that share a PostgreSQL: set DATABASE_URL, and REDIS_URL if they have one, as they have them.',
  );
}
