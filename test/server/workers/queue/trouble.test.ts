import { afterEach, beforeEach, expect, it } from 'vitest';
import { rng } from '#shared/rng';
import { generators } from '#shared/training/sets/generate';
import { reckon } from '#shared/training/together/reckon';
import type { ClassRequest } from '#shared/training/together/request';
import { train } from '#shared/training/train';
import type { Pool } from '../../../../server/workers/pool';
import { eventually } from '../../../support/eventually';
import { Gate } from '../../../support/gate';
import { requestOf } from '../../../support/jobs';
import { onPostgres } from '../../../support/on-postgres';
import { temporaryQueue, type TemporaryQueue } from '../../../support/queue';
import { epochsOf, impatientWith } from '../../../support/trouble';

const random = rng('class', 'queue');

/** Three neurons that a class has set. */
const together: ClassRequest = {
  seen: generators.circle(60, 10, random),
  neurons: [
    { w: [1, 0], b: 2 },
    { w: [0, 1], b: -2 },
    { w: [-1, 0], b: 1 },
  ],
  side: 10,
};

let queue: TemporaryQueue;
let server: Pool;

beforeEach(async () => {
  queue = await temporaryQueue();
  server = await queue.server();
});
afterEach(() => queue.remove());

const ask = (job: number) =>
  server.train({ session: 'one', device: 'ada', job: `${job}`, request: () => requestOf(job) });

it.each(['throws', 'ends', 'loops', 'not finite'] as const)(
  'a job whose thread "%s" has failed after one more try, and the next one is trained',
  async (trouble) => {
    await queue.worker('troubled', { patience: impatientWith(trouble), memory: 32 });
    const [bad, good] = await Promise.all([ask(epochsOf(trouble)), ask(5)]);
    expect(bad).toBeNull();
    expect(good).toEqual(train(requestOf(5)));
    expect(queue.failures).toHaveLength(1);
    await eventually(() => queue.jobs()).toEqual([]);
  },
);

it('jobs of a queue that was wiped are put there again, those that run too', async () => {
  const gate = new Gate();
  await queue.worker('gated');
  const asked = [1, 2, 3].map(ask);
  await gate.until(1);
  await queue.wipe();
  gate.end(1);
  const seen = new Set<number>();
  for (let i = 1; seen.size < 3; i++) {
    await gate.until(i + 1);
    const job = gate.begun[i] as number;
    seen.add(job);
    gate.end(job);
  }
  expect(await Promise.all(asked)).toEqual([1, 2, 3].map((job) => train(requestOf(job))));
  // It could be reached all the time, whatever a worker may not say there any more.
  expect(queue.failures).toEqual([]);
  gate.close();
});

it('a worker that is ended gives back what it cannot finish, and another one finishes it', async () => {
  const gate = new Gate();
  const first = await queue.worker('gated');
  const asked = ask(3);
  await gate.until(1);
  await first.close(50);
  expect((await queue.jobs()).map(({ state }) => state)).toEqual(['waiting']);
  await queue.worker('train');
  expect(await asked).toEqual(train(requestOf(3)));
  gate.close();
});

it('a worker that is ended finishes what it can', async () => {
  const gate = new Gate();
  const worker = await queue.worker('gated');
  const asked = ask(3);
  await gate.until(1);
  const closed = worker.close(60_000);
  gate.end(3);
  await closed;
  expect(await asked).toEqual(train(requestOf(3)));
  gate.close();
});

it('a result of another core, or one that is none, is not taken: the job is asked for once more', async () => {
  const asked = ask(3);
  await eventually(async () => (await queue.jobs()).length).toBe(1);
  const other = JSON.stringify({ ...train(requestOf(3)), core: 'core-0' });
  await onPostgres(
    queue.url,
    `UPDATE bullmq.job SET state = 'completed', finished_at_ms = 0, return_value = to_jsonb('${other}'::text)`,
  );
  await eventually(async () => (await queue.jobs()).map(({ state }) => state)).toEqual(['waiting']);
  await queue.worker('train');
  expect(await asked).toEqual(train(requestOf(3)));
});

it('a server that starts anew finds what another one has had trained', async () => {
  const gate = new Gate();
  void ask(3);
  await queue.worker('gated');
  await gate.until(1);
  await server.close();
  gate.end(3);
  await eventually(async () => (await queue.jobs()).map(({ state }) => state)).toEqual(['completed']);
  server = await queue.server();
  expect(await ask(3)).toEqual(train(requestOf(3)));
  expect(gate.begun).toEqual([3]);
  gate.close();
});

it('connections that are cut while nothing happens hold up nobody', async () => {
  await queue.worker('train');
  expect(await ask(2)).toEqual(train(requestOf(2)));
  await onPostgres(
    queue.url,
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
  );
  for (const job of [3, 4, 5]) expect(await ask(job)).toEqual(train(requestOf(job)));
});

it('a class that is reckoned comes to what this thread makes of it', async () => {
  await queue.worker('train');
  const reckoned = await server.reckon({
    session: 'one',
    device: 'the class',
    job: 'class',
    request: () => together,
  });
  expect(reckoned).toEqual(reckon(together));
});
