import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { race } from '#shared/activities/race/index';
import type { TrainingRequest } from '#shared/training/request';
import { train } from '#shared/training/train';
import { openPool, type Pool } from '../../../server/workers/pool';
import { Turns } from '../../../server/workers/turns';
import { THREADS } from '../../support/threads';

const built = pathToFileURL(resolve(THREADS, 'train.js'));
const troubled = pathToFileURL(resolve('test/support/troubled.worker.mjs'));
const SECRET = '00112233445566778899aabbccddeeff';
const ada = { session: 'one', seat: 'ada' };

/** A job for the troubled thread. */
const trouble = (family: string, epochs = 0) => ({ family, epochs }) as unknown as TrainingRequest;

const pools: Pool[] = [];
const open = (script: URL, options = {}) => {
  const pool = openPool(script, { wallClock: 500, memory: 32, ...options });
  pools.push(pool);
  return pool;
};

afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});

describe('the training pool', () => {
  it('gives the same result as training in this thread, bit for bit', async () => {
    const { config } = race.examples[0]!;
    const request = race.training!.job(config, { layers: [3], rate: 0.1, epochs: 2 }, SECRET);
    const pool = open(built, { wallClock: 30_000, memory: 256 });
    expect(await pool.train(request, ada)).toEqual(train(request));
  });

  it.each(['busy', 'hungry', 'gone'])(
    'gives up on a job that is %s after one more try, and goes on',
    async (family) => {
      const failures: unknown[] = [];
      const pool = open(troubled, { onFailed: (error: unknown) => failures.push(error) });
      expect(await pool.train(trouble(family), ada)).toBeNull();
      expect(failures).toHaveLength(2);
      expect(await pool.train(trouble('fine', 7), ada)).toMatchObject({ open: 7 });
    },
  );

  it('never settles what it leaves undone when it closes: the log asks for it again', async () => {
    const pool = open(troubled, { wallClock: 60_000 });
    let settled = false;
    void pool.train(trouble('busy'), ada).then(() => (settled = true));
    await pool.close();
    await new Promise((done) => setImmediate(done));
    expect(settled).toBe(false);
  });
});

describe('turns', () => {
  it('go round the sessions, and in each round the seats: a crowd of one delays another by one', () => {
    const turns = new Turns<string>();
    for (let i = 0; i < 3; i++) turns.add('one', 'ada', `ada ${i}`);
    turns.add('one', 'ben', 'ben 0');
    turns.add('two', 'cleo', 'cleo 0');
    const order = Array.from({ length: 6 }, () => turns.next());
    expect(order).toEqual(['ada 0', 'cleo 0', 'ben 0', 'ada 1', 'ada 2', undefined]);
  });
});
