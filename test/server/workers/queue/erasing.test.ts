import { afterEach, beforeEach, expect, it } from 'vitest';
import type { TrainingRequest } from '#shared/training/request';
import { train } from '#shared/training/train';
import type { Pool } from '../../../../server/workers/pool';
import type { Sent } from '../../../../server/workers/queue/bullmq';
import { unpack } from '../../../../server/workers/queue/packed';
import { eventually } from '../../../support/eventually';
import { Gate } from '../../../support/gate';
import { requestOf } from '../../../support/jobs';
import { onPostgres } from '../../../support/on-postgres';
import { temporaryQueue, type TemporaryQueue } from '../../../support/queue';

const DRAWN = [0.25, 0.75];
const ERASED = [0, 0];

let queue: TemporaryQueue;
let server: Pool;
/** What the class has drawn, as it stands now. */
let drawing: readonly number[];

beforeEach(async () => {
  queue = await temporaryQueue();
  server = await queue.server();
  drawing = DRAWN;
});
afterEach(() => queue.remove());

const reading = (epochs: number, read: readonly number[]): TrainingRequest => ({
  ...requestOf(epochs),
  read,
});

/** Has what the class has drawn read, after so many epochs. */
const read = (epochs: number, session = 'one', by = server) =>
  by.train({
    ...{ session, device: 'the class', job: `${epochs}` },
    request: () => reading(epochs, drawing),
  });

/** What comes back: weights stay where they were trained. */
const readOf = (epochs: number, drawn: readonly number[]) => ({
  ...train(reading(epochs, drawn)),
  weights: [],
});

/** The pictures in the jobs of the queue; null: there is nothing in one. */
const pictures = async () => {
  const found: unknown[] = [];
  for (const { data } of await queue.jobs()) {
    const { request } = data as Sent;
    found.push(request === '' ? null : ((await unpack(request)) as TrainingRequest).read);
  }
  return found;
};

const erase = (session = 'one', what: 'some' | 'all' = 'some') => {
  drawing = ERASED;
  return server.forget(session, what);
};

it('what was erased stands in no job that waits, and what is waited for is read without it', async () => {
  const asked = read(5);
  await eventually(pictures).toEqual([DRAWN]);
  await erase();
  expect(await pictures()).toEqual([ERASED]);
  await queue.worker('train');
  expect(await asked).toEqual(readOf(5, ERASED));
  await eventually(() => queue.jobs()).toEqual([]);
});

it('a job that runs says nothing any more of what was erased, and is gone with its result once it has ended', async () => {
  const gate = new Gate();
  const asked = read(5);
  await queue.worker('gated');
  await gate.until(1);
  await erase();
  expect((await pictures()).sort()).toEqual([ERASED, null]);
  gate.end(5);
  await gate.until(2);
  gate.end(5);
  expect(await asked).toEqual(readOf(5, ERASED));
  await eventually(() => queue.jobs()).toEqual([]);
  gate.close();
});

it('a queue that was wiped is filled with what is left, and not with what was erased', async () => {
  void read(5);
  await eventually(pictures).toEqual([DRAWN]);
  drawing = ERASED;
  await queue.wipe();
  await eventually(pictures).toEqual([ERASED]);
});

it('what a server that is no more has put there goes with its session, and with no other', async () => {
  const other = await queue.server();
  for (const session of ['one', 'two']) void read(5, session, other);
  await eventually(async () => (await queue.jobs()).length).toBe(2);
  await other.close();
  await erase('one', 'all');
  expect((await queue.jobs()).map(({ id }) => String(id).split('/')[0])).toEqual(['two']);
});

it('a session of which everything was erased is waited for by nobody', async () => {
  const asked = [1, 2, 3, 4].map((epochs) => read(epochs));
  await eventually(async () => (await queue.jobs()).length).toBe(2);
  await erase('one', 'all');
  expect(await Promise.all(asked)).toEqual([null, null, null, null]);
  expect(await queue.jobs()).toEqual([]);
  expect(server.load()).toEqual({ waiting: 0, oldest: 0 });
});

it('what is asked for again, word for word, is not taken out', async () => {
  const gate = new Gate();
  const race = server.train({
    ...{ session: 'one', device: 'ada', job: 'race', request: () => requestOf(3) },
  });
  await queue.worker('gated');
  await gate.until(1);
  await erase();
  gate.end(3);
  expect(await race).toEqual(train(requestOf(3)));
  expect(gate.begun).toEqual([3]);
  gate.close();
});

it('no weights that come from what was drawn are in the news of the queue', async () => {
  const asked = read(5);
  await queue.worker('train');
  await asked;
  const news = JSON.stringify(await onPostgres(queue.url, 'SELECT data FROM bullmq.event'));
  expect(news).toContain('losses');
  expect(news).not.toContain(String(train(reading(5, DRAWN)).weights[0]));
});

it('what ended long ago and nobody took is taken out by whichever server looks', async () => {
  void read(5);
  await eventually(async () => (await queue.jobs()).length).toBe(1);
  await server.close();
  await onPostgres(queue.url, "UPDATE bullmq.job SET state = 'completed', finished_at_ms = 0");
  server = await queue.server();
  await eventually(() => queue.jobs()).toEqual([]);
});
