import { hostname } from 'node:os';
import { openMetrics } from './metrics/open';
import type { Metrics } from './metrics/port';
import { readWorkerEnv } from './worker-env';
import { compileKernel } from './workers/kernel';
import { openPool, threadsHere, type Pool } from './workers/pool';
import { onceAway } from './workers/queue/away';
import { QUEUE } from './workers/queue/bullmq';
import { placeOf, unreachableQueue } from './workers/queue/open';
import { Serving } from './workers/queue/serving';
import { reasonFrom } from './storage/postgres/address';

/** What runs when a worker is ended may go on for so long; what has not ended then is given back, ms. */
const FINISH = 7_000;
/** After this something hangs, ms. */
const LONGEST_END = 10_000;

const say = (text: string): unknown => process.stdout.write(`${text}\n`);
const complain = (text: string): unknown => process.stderr.write(`${text}\n`);

/** Ends with one sentence. */
const refuse = (text: string) => process.stderr.write(`${text}\n`, () => process.exit(1));

const jobs = (count: number): string => (count === 1 ? '1 job' : `${count} jobs`);

/** The first signal ends the worker in good order, a second one at once. */
function endOnSignal(serving: Serving, pool: Pick<Pool, 'close'>, metrics: Metrics): void {
  let ending = false;
  const end = () => {
    if (ending) process.exit(1);
    ending = true;
    setTimeout(() => process.exit(1), LONGEST_END).unref();
    say(`Ending: no more jobs are taken, ${jobs(serving.running)} still running.`);
    void serving
      .close(FINISH)
      .then(pool.close)
      .then(metrics.close)
      .then(() => {
        say('Ended. What was not finished is back in the queue.');
        process.exit(0);
      });
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end);
}

const kernel = compileKernel();
const env = readWorkerEnv(process.env);
const measured = env.ok ? await openMetrics(env.value, { version: __VERSION__, build: __BUILD__ }) : env;
if (env.ok && measured.ok) {
  const { queue } = env.value;
  const { metrics } = measured.value;
  const threads = threadsHere();
  const onFailed = (error: unknown) => complain(`A job failed: ${reasonFrom(error)}.`);
  const pool = openPool(new URL('train.js', import.meta.url), { kernel, threads, onFailed });
  const told = onceAway(
    (error) => complain(`The queue cannot be reached (${reasonFrom(error)}): trying again until it is back.`),
    () => say('The queue is back.'),
  );
  const given = { kept: queue, pool, threads, host: hostname(), onAway: told.away, onThere: told.there };
  const serving = await Serving.open(given).catch((error: unknown) => {
    refuse(unreachableQueue(queue, error));
    return null;
  });
  if (serving) {
    metrics.watch({ jobs: () => ({ ...pool.load(), waiting: serving.running }) });
    endOnSignal(serving, pool, metrics);
    const where = 'redis' in queue ? 'Redis' : 'PostgreSQL';
    say(
      `This worker trains for all servers with the ${where} at ${placeOf(queue)}: ${jobs(threads)} at once.`,
    );
    say(`Its queue is ${QUEUE}. Ctrl+C ends it: what runs is finished, or given back.`);
  }
} else if (!env.ok) refuse(env.error);
else if (!measured.ok) refuse(measured.error);
