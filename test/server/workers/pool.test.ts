import { afterEach, describe, expect, it } from 'vitest';
import { bots } from '#shared/activities/race/bots';
import { bars } from '#shared/activities/race/families/cnn/samples';
import { penguins } from '#shared/activities/race/families/linear/samples';
import { circle } from '#shared/activities/race/families/mlp/samples';
import { co2 } from '#shared/activities/race/families/rnn/samples';
import { tokens } from '#shared/activities/race/families/transformer/samples';
import { race } from '#shared/activities/race/index';
import { job } from '#shared/activities/race/job';
import { train } from '#shared/training/train';
import { patienceWith } from '../../../server/workers/patience';
import { openPool, type Pool } from '../../../server/workers/pool';
import { asked, requestOf } from '../../support/jobs';
import { kernelModule } from '../../support/kernel';
import { threadScript } from '../../support/threads';
import { epochsOf, impatientWith, THEN_ENDS, troubles } from '../../support/trouble';

const SECRET = '00112233445566778899aabbccddeeff';

const races = { linear: penguins, mlp: circle, cnn: bars, rnn: co2, transformer: tokens };

const pools: Pool[] = [];
const open = (script: Parameters<typeof threadScript>[0], options: Parameters<typeof openPool>[1] = {}) => {
  const pool = openPool(threadScript(script), { kernel: kernelModule(), threads: 1, ...options });
  pools.push(pool);
  return pool;
};

/** A thread that loops is given up soon; others have all the time of a slow machine. */
const short = { patience: impatientWith('loops'), memory: 32 };

afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});

describe('the training pool', () => {
  it('gives the same result as training in this thread, bit for bit', async () => {
    const { config } = race.examples[0]!;
    const request = job(config, { layers: [3], rate: 0.1, epochs: 2 }, SECRET);
    expect(await open('train').train(asked('one', 'ada', request))).toEqual(train(request));
  });

  it.each(Object.entries(races))('trains a race of the family %s', async (_family, config) => {
    const request = job(config, bots.constant(config), SECRET);
    const { losses } = (await open('train').train(asked('one', 'ada', request))) ?? {};
    expect(losses).toHaveLength(request.seeds.length);
  });

  it('publishes a run that diverges as such, in finite numbers alone', async () => {
    const freed = { ...circle, freed: { activation: true, batch: true } };
    const wild = { activation: 'linear', batch: 1 } as const;
    const request = job(freed, { layers: [8, 8], rate: 10, epochs: 5, ...wild }, SECRET);
    const result = await open('train').train(asked('one', 'ada', request));
    expect(result).toMatchObject({ open: 0.5, hidden: 0.5, diverged: 8, weights: [] });
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  it.each(troubles)(
    'gives up on a thread that meets "%s" after one more try, and goes on',
    async (trouble) => {
      const failures: unknown[] = [];
      const pool = open('troubled', { ...short, onFailed: (error: unknown) => failures.push(error) });
      expect(await pool.train(asked('one', 'ada', requestOf(epochsOf(trouble))))).toBeNull();
      expect(failures).toHaveLength(2);
      const fine = requestOf(7);
      expect(await pool.train(asked('one', 'ada', fine))).toEqual(train(fine));
    },
  );

  it('trains in another thread what met the end of one that had done its work', async () => {
    const pool = open('troubled', short);
    const requests = [1, 2, 3, 4].flatMap((epochs) => [requestOf(epochs), requestOf(THEN_ENDS)]);
    const results = requests.map((request, i) =>
      pool.train({ ...asked('one', 'ada', request), job: `job ${i}` }),
    );
    expect(await Promise.all(results)).toEqual(requests.map((request) => train(request)));
  });

  it('takes what a thread has done in time, although the server itself slept beyond the time', async () => {
    const failures: unknown[] = [];
    const patience = ({ epochs }: { epochs: number }) => (epochs === 2 ? 100 : 60_000);
    const pool = open('train', { patience, onFailed: (error: unknown) => failures.push(error) });
    await pool.train(asked('one', 'ada', requestOf(1)));
    // Out of the loop that brings messages, which would hear the next one first by itself.
    await new Promise((done) => setImmediate(done));
    const result = pool.train(asked('one', 'ada', requestOf(2)));
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_500);
    expect(await result).toEqual(train(requestOf(2)));
    expect(failures).toEqual([]);
  });

  it('trains once what two seats ask for, and tells both', async () => {
    const failures: unknown[] = [];
    const pool = open('troubled', { ...short, onFailed: (error: unknown) => failures.push(error) });
    const request = requestOf(epochsOf('throws'));
    const answers = ['ada', 'ben'].map((seat) => pool.train(asked('one', seat, request)));
    expect(await Promise.all(answers)).toEqual([null, null]);
    expect(failures).toHaveLength(2);
  });

  const broken = (): never => {
    throw new Error('no such data');
  };
  it.each([
    ['is beyond the limits', () => ({ ...requestOf(1), epochs: 1e9 })],
    ['has nothing to judge by', () => ({ ...requestOf(1), hidden: { x: [], y: [] } })],
    ['cannot be made', broken],
  ])(
    'refuses a request that %s once and for all, and keeps the thread that was free for it',
    async (_, bad) => {
      const failures: unknown[] = [];
      let started = 0;
      const count = () => (started += 1);
      process.on('worker', count);
      const pool = open('train', { onFailed: (error: unknown) => failures.push(error) });
      expect(await pool.train(asked('one', 'ada', requestOf(1)))).toEqual(train(requestOf(1)));
      let made = 0;
      const request = () => {
        made += 1;
        return bad();
      };
      const jobs = ['ada', 'ben'].map((seat) =>
        pool.train({ session: 'one', device: seat, job: 'bad', request }),
      );
      expect(await Promise.all(jobs)).toEqual([null, null]);
      expect({ failures: failures.length, made }).toEqual({ failures: 1, made: 1 });
      expect(await pool.train(asked('one', 'ada', requestOf(2)))).toEqual(train(requestOf(2)));
      process.off('worker', count);
      expect(started).toBe(1);
    },
  );

  it('drops a job where it waits and where it runs, tells no failure, and goes on at once', async () => {
    const failures: unknown[] = [];
    const pool = open('troubled', { onFailed: (error: unknown) => failures.push(error) });
    const dropping = new AbortController();
    const hangs = { ...asked('one', 'ada', requestOf(epochsOf('loops'))), dropped: dropping.signal };
    const waits = { ...asked('one', 'ben', requestOf(2)), dropped: dropping.signal };
    const jobs = [hangs, waits].map((job) => pool.train(job));
    const fine = pool.train(asked('one', 'cleo', requestOf(3)));
    dropping.abort();
    expect(await Promise.all(jobs)).toEqual([null, null]);
    expect(await fine).toEqual(train(requestOf(3)));
    // Asked for again, it is trained.
    expect(await pool.train(asked('one', 'ben', requestOf(2)))).toEqual(train(requestOf(2)));
    expect(failures).toEqual([]);
  });

  it('never settles what it leaves undone when it closes: the log asks for it again', async () => {
    const failures: unknown[] = [];
    const pool = open('troubled', { onFailed: (error: unknown) => failures.push(error) });
    let settled = false;
    void pool.train(asked('one', 'ada', requestOf(epochsOf('loops')))).then(() => (settled = true));
    await pool.close();
    await new Promise((done) => setImmediate(done));
    expect({ settled, failures }).toEqual({ settled: false, failures: [] });
  });
});

describe('patience', () => {
  it('grows with the work, from some seconds on: what is dear may take longer, what hangs does not', () => {
    const { config } = race.examples[0]!;
    const request = (epochs: number) => job(config, { layers: [4], rate: 0.1, epochs }, SECRET);
    expect(patienceWith(request(1))).toBeLessThan(4_000);
    expect(patienceWith(request(80))).toBeLessThan(7_000);
    // Ten times what the reference was ever measured at, 91 ns a unit.
    const work = config.samples * 2_000 * 17 * 8;
    expect(patienceWith(request(2_000))).toBeGreaterThan((work * 900) / 1e6);
  });
});
