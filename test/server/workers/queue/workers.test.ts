import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { train } from '#shared/training/train';
import type { Pool } from '../../../../server/workers/pool';
import { openQueued } from '../../../../server/workers/queue/open';
import { eventually } from '../../../support/eventually';
import { requestOf } from '../../../support/jobs';
import { startPostgres } from '../../../support/postgres-server';
import { temporaryQueue, type TemporaryQueue } from '../../../support/queue';
import { playSubmissions } from '../../../support/submissions';
import { runWorker, startWorker, type RunningWorker } from '../../../support/worker';

const workers: RunningWorker[] = [];
const work = async (url: string) => {
  const worker = await startWorker({ DATABASE_URL: url });
  workers.push(worker);
  return worker;
};

const ask = (server: Pool, job: number) =>
  server.train({ session: 'one', device: 'ada', job: `${job}`, request: () => requestOf(job) });

afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.kill()));
});

describe('workers of their own', () => {
  let queue: TemporaryQueue;

  beforeEach(async () => {
    queue = await temporaryQueue();
  });
  afterEach(() => queue.remove());

  it('give each of 60 submissions one result, though one is killed and the queue is wiped', async () => {
    const [first] = [await work(queue.url), await work(queue.url)];
    const servers = [await queue.server(), await queue.server()];
    const accidents: Promise<unknown>[] = [];
    const { order, logged } = await playSubmissions({
      ...{ sizes: [40, 15, 5], servers },
      onResult: (count) => {
        if (count === 10) accidents.push(first.kill());
        if (count === 30) accidents.push(queue.wipe());
      },
    });
    await Promise.all(accidents);
    expect(accidents).toHaveLength(2);
    expect(order).toHaveLength(60);
    expect(logged).toEqual(
      [40, 15, 5].map((size) => ({ submitted: size, finished: size, failed: 0, exact: true })),
    );
    await eventually(() => queue.jobs()).toEqual([]);
  });

  it('do what one that stands still has begun, and take its late word for nothing', async () => {
    const [first] = [await work(queue.url), await work(queue.url)];
    const { logged } = await playSubmissions({
      ...{ sizes: [20], servers: [await queue.server()] },
      onResult: (count) => {
        if (count === 8) first.pause();
        if (count === 20) first.resume();
      },
    });
    expect(logged).toEqual([{ submitted: 20, finished: 20, failed: 0, exact: true }]);
    expect(await first.stop()).toMatchObject({ code: 0 });
    expect(await queue.jobs()).toEqual([]);
  });

  it('serve a small session beside a big one as if it were alone with it', async () => {
    await work(queue.url);
    const servers = [await queue.server(), await queue.server()];
    const { order } = await playSubmissions({ sizes: [40, 15, 5], servers });
    const small = order.lastIndexOf(2);
    // Each had five by then, and what was out before the small one's first.
    expect(small).toBeLessThan(3 * 5 + 8);
    expect(order.lastIndexOf(1)).toBeLessThan(2 * 15 + 5 + 8);
  });
});

describe('a worker', () => {
  it('says what it serves, and ends in good order', async () => {
    const queue = await temporaryQueue();
    const worker = await work(queue.url);
    const { host, pathname, password } = new URL(queue.url);
    expect(worker.output()).toMatch(
      /^This worker trains for all servers with the PostgreSQL at .+: \d+ jobs? at once\.$/m,
    );
    expect(worker.output()).toContain(`${host}${pathname}`);
    expect(worker.output()).not.toContain(password);
    expect(await worker.stop()).toMatchObject({ code: 0 });
    await queue.remove();
  });

  it.each([
    [{}, /^A worker serves .*DATABASE_URL.*\.\n$/],
    [
      { DATABASE_URL: 'postgres://u:secret@127.0.0.1:1/x' },
      /^The queue at 127\.0\.0\.1:1\/x cannot be used .*\.\n$/,
    ],
  ])('of %o says what is missing in one sentence', async (env, sentence) => {
    const { code, output } = await runWorker(env).ended;
    expect(code).toBe(1);
    expect(output).toMatch(sentence);
    expect(output).not.toContain('secret');
  });
});

describe('a database that goes away and comes back', () => {
  it('is waited for by the server and by its workers', async () => {
    const own = await startPostgres();
    const failures: unknown[] = [];
    const opened = await openQueued({ postgres: own.url }, (error) => failures.push(error));
    if (!opened.ok) throw new Error(opened.error);
    const server = opened.value;
    const worker = await work(own.url);
    expect(await ask(server, 3)).toEqual(train(requestOf(3)));
    await own.server.stop();
    const asked = ask(server, 4);
    expect(
      await worker.said(/The queue cannot be reached \(.*\): trying again until it is back\./),
    ).not.toBeNull();
    await own.server.start();
    expect(await asked).toEqual(train(requestOf(4)));
    expect(await worker.said(/The queue is back\./)).not.toBeNull();
    expect(await ask(server, 5)).toEqual(train(requestOf(5)));
    expect(failures).toHaveLength(1);
    await server.close();
    await worker.stop();
    await own.remove();
  });
});
