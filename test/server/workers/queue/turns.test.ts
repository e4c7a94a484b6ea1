import { afterEach, beforeEach, expect, it } from 'vitest';
import { train } from '#shared/training/train';
import type { Pool } from '../../../../server/workers/pool';
import { eventually } from '../../../support/eventually';
import { Gate } from '../../../support/gate';
import { requestOf } from '../../../support/jobs';
import { temporaryQueue, type TemporaryQueue } from '../../../support/queue';

let queue: TemporaryQueue;
let gate: Gate;

beforeEach(async () => {
  queue = await temporaryQueue();
  gate = new Gate();
});
afterEach(async () => {
  await queue.remove();
  gate.close();
});

const ask = (server: Pool, session: string, device: string, job: number, dropped?: AbortSignal) =>
  server.train({
    ...{ session, device, job: `${job}`, request: () => requestOf(job) },
    ...(dropped ? { dropped } : {}),
  });

/** Lets jobs end as they begin, until `total` have. */
async function play(total: number, from = 0): Promise<void> {
  for (let i = from; i < total; i++) {
    await gate.until(i + 1);
    gate.end(gate.begun[i] as number);
  }
}

const isToBeDone = ({ state }: Record<string, unknown>): boolean => state === 'waiting' || state === 'active';

const upTo = (last: number, from = 1): number[] =>
  Array.from({ length: last - from + 1 }, (_, i) => from + i);

it('a job of a session in which 40 wait on one server delays the first of another one by what runs', async () => {
  const [one, other] = [await queue.server(), await queue.server()];
  for (const job of upTo(40)) void ask(one, 'big', `seat ${job % 4}`, job);
  await queue.worker('gated');
  await gate.until(1);
  const small = ask(other, 'small', 'ada', 90);
  await eventually(async () => (await queue.jobs()).length).toBeGreaterThan(2);
  await play(2);
  expect(gate.begun[1]).toBe(90);
  expect(await small).toEqual(train(requestOf(90)));
});

it('sessions of two servers that have many each take turns', async () => {
  const [one, other] = [await queue.server(), await queue.server()];
  for (const job of upTo(20)) void ask(one, 'one', 'ada', job);
  for (const job of upTo(60, 41)) void ask(other, 'other', 'ben', job);
  await eventually(async () => (await queue.jobs()).length).toBe(4);
  await queue.worker('gated');
  for (let begun = 1; begun <= 30; begun++) {
    await gate.until(begun);
    // Each server has heard what has ended, however slow the machine is: what turns are about is in the queue.
    await eventually(async () => (await queue.jobs()).filter(isToBeDone).length).toBe(4);
    gate.end(gate.begun[begun - 1] as number);
  }
  const whose = gate.begun.slice(0, 30).map((job) => (job <= 20 ? 'one' : 'other'));
  for (let end = 1; end <= whose.length; end++) {
    const share = whose.slice(0, end).filter((name) => name === 'one').length;
    // Each may have two jobs in the queue, for its one thread.
    expect(Math.abs(2 * share - end)).toBeLessThanOrEqual(3);
  }
});

it('a session that comes to a server whose queue is full has its first job there at once', async () => {
  const server = await queue.server();
  for (const job of upTo(20)) void ask(server, 'big', 'ada', job);
  await queue.worker('gated');
  await gate.until(1);
  void ask(server, 'small', 'ben', 90);
  await eventually(async () => (await queue.jobs()).length).toBe(3);
  await play(3);
  expect(gate.begun[1]).toBe(90);
});

it('what two servers ask for is one job, and both are told', async () => {
  const [one, other] = [await queue.server(), await queue.server()];
  const first = ask(one, 'one', 'ada', 7);
  await eventually(async () => (await queue.jobs()).length).toBe(1);
  const second = ask(other, 'one', 'ada', 7);
  expect(await queue.jobs()).toHaveLength(1);
  await queue.worker('train');
  // Whoever looks after the other one has taken the result has it trained once more, with the same bits.
  expect(await Promise.all([first, second])).toEqual([train(requestOf(7)), train(requestOf(7))]);
});

it('another request of the same name in the same session is another job', async () => {
  const [one, other] = [await queue.server(), await queue.server()];
  await queue.worker('train');
  const named = (server: Pool, epochs: number) =>
    server.train({ session: 'one', device: 'ada', job: 'first', request: () => requestOf(epochs) });
  const results = await Promise.all([named(one, 3), named(other, 4)]);
  expect(results).toEqual([train(requestOf(3)), train(requestOf(4))]);
});

it('what nobody waits for any more is taken out, in its line or in the queue', async () => {
  const server = await queue.server();
  const dropping = new AbortController();
  for (const job of upTo(5)) void ask(server, 'one', 'ada', job, dropping.signal);
  await eventually(async () => (await queue.jobs()).length).toBe(2);
  expect(server.load().waiting).toBe(5);
  dropping.abort();
  await eventually(() => queue.jobs()).toEqual([]);
  expect(server.load()).toEqual({ waiting: 0, oldest: 0 });
});

it('nothing stays in the queue of what was trained, and nothing in it says who asked', async () => {
  const server = await queue.server();
  const trained = ask(server, 'session-of-a-class', 'device-of-somebody', 7);
  await eventually(async () => (await queue.jobs()).length).toBe(1);
  const [job] = await queue.jobs();
  expect(String(job?.id)).toMatch(/^session-of-a-class\/[\w-]{43}$/);
  expect(Object.keys(job?.data as object)).toEqual(['request']);
  expect(JSON.stringify(job)).not.toContain('somebody');
  await queue.worker('train');
  await trained;
  await eventually(() => queue.jobs()).toEqual([]);
});
