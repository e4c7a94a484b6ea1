import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Summary, View } from '#shared/activities/drawing/index';
import { handOf, written } from '#shared/activities/drawing/hands';
import { inkOf } from '#shared/activities/drawing/ink';
import { rng } from '#shared/rng';
import { openPool, type Pool } from '../../../server/workers/pool';
import { startEngine, type Engine } from '../../support/engine';
import { lessonOf, single } from '../../support/lesson';
import { raceIn } from '../../support/racing';
import { kernelModule } from '../../support/kernel';
import { SEED } from '../../support/session';
import { threadScript } from '../../support/threads';

let engine: Engine;
let pool: Pool;

beforeEach(async () => {
  pool = openPool(threadScript('train'), { kernel: kernelModule(), threads: 2 });
  engine = await startEngine({ train: pool.train });
});

afterEach(async () => {
  expect(engine.bugs).toEqual([]);
  await engine.stop();
  await pool.close();
});

const lesson = lessonOf(
  single({ id: 'digits', kind: 'drawing', config: { asks: 3 }, points: 0, seconds: null }),
  single(),
);

it('reads what a class has drawn in the pool, once it is closed, and again after it was opened again', async () => {
  const { id, code } = await engine.create(lesson);
  const { desk, drive, join } = await raceIn(engine, id, code);
  const phones = await Promise.all(['Ada', 'Bo', 'Cy', 'Di'].map((name) => join(name)));
  await drive({ type: 'go', from: { at: 'lobby' }, to: { at: 'step', step: 0 } }, { type: 'open', step: 0 });
  const draw = (phone: (typeof phones)[number], salt: string) => {
    const source = rng(SEED, `${phone.own?.seat ?? ''}${salt}`);
    const { digits } = phone.own?.step?.view as View;
    const ink = (digits ?? []).map((digit) => inkOf(written(digit, handOf(source), source)));
    return phone.command({ type: 'submit', step: 0, submission: { ink } });
  };
  for (const phone of phones) {
    await phone.until(({ own }) => (own?.step?.view ?? null) !== null);
    expect(await draw(phone, '')).toMatchObject({ ok: true });
  }
  // Opened again at once, while the first reading is under way.
  await drive({ type: 'close', step: 0 }, { type: 'open', step: 0 });
  expect(await draw(phones[0]!, 'once more')).toMatchObject({ ok: true });
  await drive({ type: 'close', step: 0 });
  await desk.until(({ pulse }) => pulse?.training?.of === 2 && pulse.training.done === 2);
  expect(desk.pulse?.picture).toBeNull();
  await drive({ type: 'reveal', step: 0 });
  await desk.until(({ pulse }) => (pulse?.picture ?? null) !== null);
  const { own, ours, before, after } = desk.pulse?.picture as Summary;
  expect(own).toBeGreaterThan(0.93);
  expect([ours.of, before.of, after.of]).toEqual([12, 6, 6]);
  const [ada] = phones;
  await ada!.until(({ own: mine }) => (mine?.step?.measure ?? null) !== null);
  expect(ada!.own?.step?.measure).toMatchObject({
    said: [expect.any(Number), expect.any(Number), expect.any(Number)],
  });
  const log = await engine.log.read(id);
  const asked = log.flatMap(({ event }) => (event.type === 'reading-asked' ? [event.run] : []));
  expect(asked).toEqual([1, 2]);
});
