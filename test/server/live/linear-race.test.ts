import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Shown, Summary } from '#shared/activities/race/index';
import { review } from '#shared/session/review';
import { openPool, type Pool } from '../../../server/workers/pool';
import { startEngine, type Engine } from '../../support/engine';
import { config, linearLesson, quick, untouched } from '../../support/linear-lesson';
import { raceIn } from '../../support/racing';
import { kernelModule } from '../../support/kernel';
import { threadScript } from '../../support/threads';

let engine: Engine;
let pool: Pool;

beforeEach(async () => {
  pool = openPool(threadScript('train'), { kernel: kernelModule(), threads: 1 });
  engine = await startEngine({ train: pool.train });
});

afterEach(async () => {
  expect(engine.bugs).toEqual([]);
  await engine.stop();
  await pool.close();
});

it('plays a race of linear networks from the lobby to the board, trained by the pool', async () => {
  const { id, code } = await engine.create(linearLesson);
  const race = await raceIn(engine, id, code);
  const [ada, bo] = [await race.join('Ada'), await race.join('Bo')];
  await race.drive(
    { type: 'go', from: { at: 'lobby' }, to: { at: 'step', step: 0 } },
    { type: 'open', step: 0 },
  );
  await ada.until(({ own }) => (own?.step?.view ?? null) !== null);
  expect(ada.own?.step?.view).toMatchObject({ family: 'linear', visible: { from: 'seed', data: 'moons' } });

  const network = { layers: [4], rate: 0.1, epochs: 2 };
  expect(await ada.command({ type: 'submit', step: 0, submission: network })).toMatchObject({ ok: false });
  expect(await ada.command({ type: 'submit', step: 0, submission: quick })).toMatchObject({ ok: true });
  expect(await bo.command({ type: 'submit', step: 0, submission: untouched })).toMatchObject({ ok: true });
  for (const phone of [ada, bo]) await phone.until(({ own }) => own?.step?.runs[0]?.state === 'done');
  expect((ada.own?.step?.runs[0]?.shown as Shown).energy).toBe(config.samples * quick.epochs * 3);
  const pictured = () => race.desk.pulse?.picture as Summary | null | undefined;
  await race.desk.until(() => pictured()?.done === 2);
  expect(JSON.stringify(pictured())).not.toContain('epochs');

  await race.drive({ type: 'close', step: 0 });
  await race.desk.until(() => (pictured()?.leader ?? null) !== null);
  expect(pictured()?.leader?.submission).toEqual(quick);
  await race.drive({ type: 'reveal', step: 0 });
  await ada.until(({ own }) => (own?.step?.result ?? null) !== null);
  await bo.until(({ own }) => (own?.step?.result ?? null) !== null);
  expect(ada.own?.step?.result?.points).toBeGreaterThan(900);
  expect(bo.own?.step?.result?.points).toBeLessThan(350);
  await race.drive({ type: 'go', from: { at: 'step', step: 0 }, to: { at: 'board', step: 0 } });

  await ada.until(({ common }) => common?.top !== null);
  expect(ada.common?.top?.map(({ name, right }) => [name, right])).toEqual([
    ['Ada', 1],
    ['Bo', 0],
  ]);
  const told = review(await engine.log.read(id), (row) => row);
  expect(told.students.map(({ rank }) => rank)).toEqual([1, 2]);
});
