import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPool, type Pool } from '../../../server/workers/pool';
import { Gate } from '../../support/gate';
import { requestOf } from '../../support/jobs';
import { threadScript } from '../../support/threads';

let gate: Gate;
let pool: Pool;
/** Jobs in the order in which the pool gave them to threads. */
let served: number[];

beforeEach(() => {
  gate = new Gate();
  served = [];
});
afterEach(async () => {
  await pool.close();
  gate.close();
});

const ask = (session: string, seat: string, job: number) =>
  pool.train({
    ...{ session, device: seat, job: `${job}` },
    request: () => {
      served.push(job);
      return requestOf(job);
    },
  });

/** Lets jobs end as they begin, until `total` have. */
async function play(total: number, from = 0): Promise<void> {
  for (let i = from; i < total; i++) {
    await gate.until(i + 1);
    gate.end(gate.begun[i] as number);
  }
}

const upTo = (last: number): number[] => Array.from({ length: last }, (_, i) => i + 1);

describe.each([1, 3])('with %i threads', (threads) => {
  beforeEach(() => {
    pool = openPool(threadScript('gated'), { threads });
  });

  it('one who submits 50 times delays the first submission of another by the jobs that run, and no other', async () => {
    for (const job of upTo(50)) void ask('one', 'ada', job);
    await gate.until(threads);
    void ask('one', 'ben', 99);
    await play(51);
    expect(served).toEqual([...upTo(threads), 99, ...upTo(50).slice(threads)]);
  });

  it('the same in the middle of the 50, and for each of a class of newcomers', async () => {
    for (const job of upTo(50)) void ask('one', 'ada', job);
    await play(20);
    await gate.until(20 + threads);
    const before = served.length;
    const newcomers = [60, 61, 62, 63, 64];
    for (const job of newcomers) void ask('one', `newcomer ${job}`, job);
    await play(55, 20);
    expect(served).toEqual([...upTo(before), ...newcomers, ...upTo(50).slice(before)]);
  });

  it('a session in which 300 jobs wait delays the first of another session by the jobs that run', async () => {
    for (const job of upTo(300)) void ask('one', `seat ${job % 30}`, job);
    await gate.until(threads);
    void ask('two', 'ben', 999);
    await play(20);
    expect(served.slice(0, 20)).toEqual([...upTo(threads), 999, ...upTo(19).slice(threads)]);
  });

  it('two who have many take turns', async () => {
    for (const job of upTo(20)) void ask('one', 'ada', job);
    for (const job of upTo(20)) void ask('one', 'ben', 20 + job);
    await play(40);
    // What has begun before the other one came is ada's.
    const whose = served.slice(threads).map((job) => (job <= 20 ? 'ada' : 'ben'));
    const turns = whose.slice(0, 2 * (20 - threads));
    expect(turns).toEqual(turns.map((_, i) => (i % 2 === 0 ? 'ben' : 'ada')));
  });

  it('what another one waits for too comes at the first of their turns', async () => {
    for (const job of upTo(50)) void ask('one', 'ada', job);
    await gate.until(threads);
    void ask('one', 'ben', 50);
    await play(50);
    expect(served).toEqual([...upTo(threads), 50, ...upTo(49).slice(threads)]);
  });
});
