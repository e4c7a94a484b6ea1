import { afterEach, beforeEach, expect, it } from 'vitest';
import { classNetwork } from '#shared/activities/class-network/index';
import type { Measure } from '#shared/activities/class-network/index';
import { review } from '#shared/session/review';
import type { PhoneView } from '#shared/session/views';
import { openPool, type Pool } from '../../../server/workers/pool';
import { startEngine, type Engine } from '../../support/engine';
import { lessonOf, single } from '../../support/lesson';
import { freshToken, type Player } from '../../support/player';
import { raceIn, type Race } from '../../support/racing';
import { threadScript } from '../../support/threads';

const { config } = classNetwork.examples[0]!;
const lesson = lessonOf(single({ id: 'class', kind: 'class-network', seconds: null, config }));
const left = { angle: 0, offset: -27 };
const right = { angle: 2, offset: 29 };

let engine: Engine;
let pool: Pool;
let room: Race;

beforeEach(async () => {
  pool = openPool(threadScript('train'), { threads: 1 });
  engine = await startEngine({ reckon: pool.reckon });
  const { id, code } = await engine.create(lesson);
  room = await raceIn(engine, id, code);
});

afterEach(async () => {
  expect(engine.bugs).toEqual([]);
  await engine.stop();
  await pool.close();
});

const open = () =>
  room.drive({ type: 'go', from: { at: 'lobby' }, to: { at: 'step', step: 0 } }, { type: 'open', step: 0 });
const tune = (phone: Player<PhoneView>, draft: unknown) => phone.socket.emit('draft', { step: 0, draft });
const partOf = ({ own }: Player<PhoneView>) => own?.step?.part ?? null;
const pulsed = () => room.desk.pulse?.together ?? null;

/** The close asks for the class, which a thread reckons: until then a reveal is refused. */
async function reveal(): Promise<void> {
  const closed = await room.desk.command({ type: 'close', step: 0 });
  const seq = closed.ok ? closed.seq : Infinity;
  await room.desk.until(({ pulse }) => pulse !== null && pulse.seq > seq && pulse.training === null);
  await room.drive({ type: 'reveal', step: 0 });
}

it('tells a class that tunes what it comes to, and each phone what its own line is to it', async () => {
  const [ada, bo] = [await room.join('Ada'), await room.join('Bo')];
  await open();
  tune(ada, left);
  await ada.until((phone) => partOf(phone) !== null);
  await room.desk.until(() => pulsed()?.whole.neurons === 1);
  const alone = pulsed()?.whole.error ?? 0;
  tune(bo, right);
  await bo.until((phone) => partOf(phone) !== null);
  await room.desk.until(() => pulsed()?.whole.neurons === 2);
  expect(pulsed()?.whole.error).toBeLessThan(alone);
  expect(pulsed()?.course.length).toBeGreaterThan(0);
  expect(partOf(bo)?.grows).toBeGreaterThan(0);
  const told = JSON.stringify(bo.frames);
  expect(told).not.toContain(JSON.stringify(left));
  expect(told).not.toContain('"angle"');
  expect(told).not.toContain('"map"');
});

it('grades everybody at the close, with what was set and not sent, and the log says the same', async () => {
  const [ada, bo] = [await room.join('Ada'), await room.join('Bo')];
  await open();
  expect(await ada.command({ type: 'submit', step: 0, submission: left })).toMatchObject({ ok: true });
  tune(bo, right);
  await bo.until((phone) => partOf(phone) !== null);
  await reveal();
  for (const phone of [ada, bo]) await phone.until(({ own }) => (own?.step?.result ?? null) !== null);
  expect(ada.own?.step?.result?.score).toBeGreaterThan(0);
  expect((bo.own?.step?.measure as Measure).neurons).toBe(2);
  const { students } = review(await engine.log.read(room.id), (row) => row);
  const scores = students.map(({ steps }) => steps[0]?.submissions[0]?.score);
  expect([...scores].sort()).toEqual([ada, bo].map(({ own }) => own?.step?.result?.score).sort());
  await room.drive({ type: 'show-half', step: 0, shown: true });
  await room.desk.until(() => pulsed()?.half?.neurons === 1);
});

it('tells a phone that comes back what its line is to the class', async () => {
  const token = freshToken();
  const ada = await room.join('Ada', token);
  await open();
  tune(ada, left);
  await ada.until((phone) => partOf(phone) !== null);
  ada.close();
  const again = engine.phone(room.code, token);
  await again.until((phone) => partOf(phone) !== null);
  expect(partOf(again)).toEqual(partOf(ada));
});

it('tells a phone so again once everything was shown anew: somebody was removed, or erased', async () => {
  const [ada, bo, cy] = [await room.join('Ada'), await room.join('Bo'), await room.join('Cy')];
  await open();
  tune(ada, left);
  await ada.until((phone) => partOf(phone) !== null);
  const told = partOf(ada);
  const again = async (act: () => Promise<unknown>) => {
    const frames = ada.frames.length;
    await act();
    await ada.until((phone) => phone.frames.length > frames + 1);
    expect(partOf(ada)).toEqual(told);
  };
  await again(() => room.drive({ type: 'kick', seat: cy.own?.seat ?? '' }));
  await again(async () => engine.rooms.get(room.id)?.forget([], bo.own?.seat ?? ''));
});

it('takes in who comes late, and lets a class of nobody go on', async () => {
  const ada = await room.join('Ada');
  await open();
  tune(ada, left);
  await room.desk.until(() => pulsed()?.whole.neurons === 1);
  const late = await room.join('Cy');
  tune(late, right);
  await late.until((phone) => partOf(phone) !== null);
  await room.drive({ type: 'close', step: 0 }, { type: 'open', step: 0 });
  await reveal();
  await late.until(({ own }) => (own?.step?.result ?? null) !== null);
});
