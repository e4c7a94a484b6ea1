import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openQueued } from '../../../server/workers/queue/open';
import type { Kept } from '../../../server/workers/queue/bullmq';
import type { Pool } from '../../../server/workers/pool';
import { openPostgresServer } from '../../support/postgres-server';
import { requestOf } from '../../support/jobs';
import { playSubmissions, type Played } from '../../support/submissions';
import { startWorker, type RunningWorker } from '../../support/worker';
import type { Figure } from '../figures';
import { median, quantile } from '../figures';

const USAGE = `npm run bench:jobs [-- --redis URL] [--json FILE]
  --redis   keeps the queue in that Redis, which is wiped; else it is in a PostgreSQL of its own
  --json    writes the figures`;

/** Submissions of the three sessions: of a class, of a part of one, of a few. */
const SIZES = [40, 15, 5];
const ALONE = 100;

const options = { redis: { type: 'string' }, json: { type: 'string' } } as const;

function asked() {
  try {
    return parseArgs({ options }).values;
  } catch {
    return null;
  }
}

interface Ground {
  readonly kept: Kept;
  readonly env: Readonly<Record<string, string>>;
  readonly wipe: () => Promise<unknown>;
  readonly remove: () => Promise<unknown>;
}

async function onRedis(url: string): Promise<Ground> {
  const { Redis } = await import('ioredis');
  const client = new Redis(url, { maxRetriesPerRequest: null });
  await client.flushall();
  return {
    ...{ kept: { redis: url }, env: { REDIS_URL: url } },
    wipe: () => client.flushall(),
    remove: () => client.quit(),
  };
}

async function inPostgres(): Promise<Ground> {
  const { onPostgres } = await import('../../support/on-postgres');
  const opened = await openPostgresServer();
  if (!opened) throw new Error('There is no PostgreSQL for this machine.');
  const { url, remove } = opened;
  return {
    ...{ kept: { postgres: url }, env: { DATABASE_URL: url }, remove },
    wipe: () => onPostgres(url, 'TRUNCATE bullmq.job, bullmq.event CASCADE'),
  };
}

async function server({ kept }: Ground): Promise<Pool> {
  const opened = await openQueued(kept, (error) => process.stdout.write(`  ${String(error)}\n`));
  if (opened.ok) return opened.value;
  throw new Error(opened.error);
}

interface Scene {
  readonly servers: readonly Pool[];
  readonly workers: readonly RunningWorker[];
}

/** Two servers and two workers. */
async function playing<Result>(ground: Ground, play: (scene: Scene) => Promise<Result>): Promise<Result> {
  const workers = [await startWorker(ground.env), await startWorker(ground.env)];
  const servers = [await server(ground), await server(ground)];
  try {
    return await play({ servers, workers });
  } finally {
    for (const one of servers) await one.close();
    for (const one of workers) await one.kill();
  }
}

/** How long one small job takes from being asked for to its result, ms, one after the other. */
async function alone({ servers: [first] }: Scene): Promise<readonly number[]> {
  const took: number[] = [];
  for (let i = 1; i <= ALONE; i++) {
    const since = performance.now();
    await first?.train({ session: 'alone', device: 'one', job: `${i}`, request: () => requestOf(3) });
    took.push(performance.now() - since);
  }
  return took;
}

/** When the last result of each session came, among all of them, and when it would have in strict turns. */
function lasts({ order }: Played): readonly (readonly [came: number, fair: number])[] {
  return SIZES.map((size, i) => [
    order.lastIndexOf(i) + 1,
    SIZES.reduce((sum, other) => sum + Math.min(size, other), 0),
  ]);
}

function told(what: string, played: Played): string {
  const rows = played.logged.map(({ submitted, finished, failed, exact }, i) => {
    const [came, fair] = lasts(played)[i] ?? [NaN, NaN];
    const once = exact ? 'each once' : 'NOT EACH ONCE';
    return `  session of ${submitted}: ${finished} results, ${failed} failed, ${once}; its last came as no. ${came} of ${played.order.length} (in strict turns no. ${fair})`;
  });
  return [`${what}: ${(played.took / 1_000).toFixed(1)} s`, ...rows].join('\n');
}

async function bench(ground: Ground): Promise<readonly Figure[]> {
  const say = (text: string) => process.stdout.write(`${text}\n`);
  const took = await playing(ground, alone);
  say(
    `${ALONE} small jobs one after the other: ${median(took).toFixed(0)} ms each, p95 ${quantile(took, 0.95).toFixed(0)}`,
  );
  const calm = await playing(ground, ({ servers }) => playSubmissions({ sizes: SIZES, servers }));
  say(told('60 submissions, two workers', calm));
  const rough = await playing(ground, async ({ servers, workers: [first] }) => {
    const accidents: Promise<unknown>[] = [];
    const played = await playSubmissions({
      ...{ sizes: SIZES, servers },
      onResult: (count) => {
        if (count === 20 && first) accidents.push(first.kill());
        if (count === 40) accidents.push(ground.wipe());
      },
    });
    await Promise.all(accidents);
    return played;
  });
  say(told('the same, one killed after 20 results, the queue wiped after 40', rough));
  const still = await playing(ground, ({ servers, workers: [first] }) =>
    playSubmissions({
      ...{ sizes: SIZES, servers },
      onResult: (count) => {
        if (count === 20 && first) first.pause();
        if (count === 60 && first) first.resume();
      },
    }),
  );
  say(told('the same, one standing still from 20 results on', still));
  const all = [calm, rough, still];
  const results = all.flatMap(({ logged }) => logged);
  return [
    { name: 'jobs.alone-p50-ms', value: median(took), unit: 'ms' },
    { name: 'jobs.alone-p95-ms', value: quantile(took, 0.95), unit: 'ms' },
    { name: 'jobs.calm-s', value: calm.took / 1_000, unit: 's' },
    { name: 'jobs.killed-and-wiped-s', value: rough.took / 1_000, unit: 's' },
    { name: 'jobs.standing-still-s', value: still.took / 1_000, unit: 's' },
    { name: 'jobs.not-once', value: results.filter(({ exact }) => !exact).length, unit: 'sessions' },
    { name: 'jobs.failed', value: results.reduce((sum, { failed }) => sum + failed, 0), unit: 'jobs' },
  ];
}

const values = asked();
if (!values) {
  process.stdout.write(`${USAGE}\n`);
  process.exitCode = 1;
} else {
  const ground = values.redis === undefined ? await inPostgres() : await onRedis(values.redis);
  try {
    const figures = await bench(ground);
    if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify({ figures }, null, 2)}\n`);
  } finally {
    await ground.remove();
  }
  process.exit();
}
