import { afterEach, beforeEach, expect, it } from 'vitest';
import { handOf, written } from '#shared/activities/drawing/hands';
import type { View } from '#shared/activities/drawing/index';
import { inkOf } from '#shared/activities/drawing/ink';
import { rng } from '#shared/rng';
import type { TrainingRequest } from '#shared/training/request';
import { unpack } from '../../../server/workers/queue/packed';
import { eventually } from '../../support/eventually';
import { lessons } from '../../support/lessons';
import { onPostgres } from '../../support/on-postgres';
import { roomCode } from '../../support/room-code';
import { SEED } from '../../support/session';
import { startTwo, type Two } from '../../support/two-apps';
import { startWorker } from '../../support/worker';

const lesson = lessons.find(({ steps }) => steps.some(({ kind }) => kind === 'drawing'))!;
const step = lesson.steps.findIndex(({ kind }) => kind === 'drawing');

const PIXELS = 64;

let two: Two;

beforeEach(async () => {
  two = await startTwo({ JOBS: 'queue' });
});
afterEach(() => two.stop());

/** How many pictures each job of the queue has that are not empty. */
const drawn = async () => {
  const jobs = await onPostgres(two.database.url, "SELECT data->>'request' AS request FROM bullmq.job");
  const counts = jobs.map(async ({ request }) => {
    const { read = [] } = (await unpack(String(request))) as TrainingRequest;
    const places = Array.from({ length: read.length / PIXELS }, (_, i) => i * PIXELS);
    return places.filter((at) => read.slice(at, at + PIXELS).some((ink) => ink > 0)).length;
  });
  return Promise.all(counts);
};

it('what a student has drawn is in no job any more once another server has erased it, and the rest is read', async () => {
  const { one, ada, there } = two;
  const { id } = (await ada.post('/api/sessions', { lesson: lesson.id })).body as { id: string };
  const code = await roomCode(ada, id);
  const desk = await two.desk(ada, id, code);
  const phones = [await two.join(one, code, 'Zoroastra'), await two.join(one, code, 'Mira')];
  for (const request of [
    { type: 'go', from: { at: 'lobby' }, to: { at: 'step', step } },
    { type: 'open', step },
  ] as const)
    expect(await desk.command(request)).toMatchObject({ ok: true });
  let asks = 0;
  for (const phone of phones) {
    await phone.until(({ own }) => (own?.step?.view ?? null) !== null);
    const { digits } = phone.own?.step?.view as View;
    const source = rng(SEED, phone.own?.seat ?? '');
    const ink = (digits ?? []).map((digit) => inkOf(written(digit, handOf(source), source)));
    asks = ink.length;
    expect(await phone.command({ type: 'submit', step, submission: { ink } })).toMatchObject({ ok: true });
  }
  expect(await desk.command({ type: 'close', step })).toMatchObject({ ok: true });
  await eventually(drawn).toEqual([2 * asks, 2 * asks]);
  const erased = await there.post(`/api/sessions/${id}/students/${phones[0]?.own?.seat}/erase`, null);
  expect(erased.status).toBe(200);
  await eventually(drawn).toEqual([asks, asks]);
  const worker = await startWorker({ DATABASE_URL: two.database.url });
  await desk.until(({ pulse }) => pulse?.training?.of === 2 && pulse.training.done === 2);
  await worker.kill();
});
