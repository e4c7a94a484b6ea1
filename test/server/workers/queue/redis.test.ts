import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { train } from '#shared/training/train';
import { openQueued } from '../../../../server/workers/queue/open';
import { eventually } from '../../../support/eventually';
import { requestOf } from '../../../support/jobs';
import { redisServers, startRedis } from '../../../support/redis';
import { playSubmissions } from '../../../support/submissions';
import { startWorker, type RunningWorker } from '../../../support/worker';

let redis: Awaited<ReturnType<typeof startRedis>>;
const workers: RunningWorker[] = [];
const failures: unknown[] = [];

const open = async () => {
  const opened = await openQueued({ redis: redis.url }, (error) => failures.push(error));
  if (!opened.ok) throw new Error(opened.error);
  return opened.value;
};
const work = async () => {
  const worker = await startWorker({ REDIS_URL: redis.url });
  workers.push(worker);
  return worker;
};

describe.each(redisServers)('a queue in a Redis (%s)', () => {
  beforeEach(async () => {
    redis = await startRedis();
    failures.length = 0;
  });
  afterEach(async () => {
    await Promise.all(workers.splice(0).map((worker) => worker.kill()));
    await redis.remove();
  });

  it('gives each of 60 submissions one result, though a worker is killed and it is wiped', async () => {
    const [first] = [await work(), await work()];
    const servers = [await open(), await open()];
    const accidents: Promise<unknown>[] = [];
    const { logged } = await playSubmissions({
      ...{ sizes: [40, 15, 5], servers },
      onResult: (count) => {
        if (count === 10) accidents.push(first.kill());
        if (count === 30) accidents.push(redis.wipe());
      },
    });
    await Promise.all(accidents);
    expect(logged).toEqual(
      [40, 15, 5].map((size) => ({ submitted: size, finished: size, failed: 0, exact: true })),
    );
    for (const server of servers) await server.close();
  });

  it('has nothing left of what was trained, and a worker that ends in good order', async () => {
    const server = await open();
    const worker = await work();
    expect(worker.output()).toContain(`the Redis at ${new URL(redis.url).host}`);
    const asked = { session: 'one', device: 'ada', job: 'first', request: () => requestOf(3) };
    expect(await server.train(asked)).toEqual(train(requestOf(3)));
    await eventually(async () => (await redis.keys()).filter((key) => key.includes('one/'))).toEqual([]);
    expect(await worker.stop()).toMatchObject({ code: 0 });
    expect(failures).toEqual([]);
    await server.close();
  });
});

it('a Redis that is not there is a sentence, without its password', async () => {
  const opened = await openQueued({ redis: 'redis://:secret@127.0.0.1:1' }, (error) => failures.push(error));
  expect(opened).toMatchObject({
    ok: false,
    error: expect.stringMatching(
      /^The queue at 127\.0\.0\.1:1 cannot be used \(.+\): .*REDIS_URL.*\.$/,
    ) as string,
  });
});
