import { afterEach, beforeEach, expect, it } from 'vitest';
import { memoryLog } from '../../../server/storage/log/memory';
import { startEngine, type Engine } from '../../support/engine';

const NO_DESK = 'no desk';

let engine: Engine;
let id: string;
let code: string;

beforeEach(async () => {
  engine = await startEngine({
    ...{ log: memoryLog(), shared: true },
    addressFor: (_session, host) => host ?? NO_DESK,
  });
  ({ id, code } = await engine.create());
});

afterEach(async () => {
  expect(engine.bugs).toEqual([]);
  await engine.stop();
});

async function desk() {
  const desk = engine.desk(id, undefined, { code });
  expect(await desk.arrived()).toBeNull();
  return desk;
}

async function screen() {
  const screen = engine.screen(id, undefined, { code });
  expect(await screen.arrived()).toBeNull();
  await screen.until(({ pulse }) => pulse !== null);
  return screen;
}

const connections = () => engine.rooms.held().map((held) => held.connections);

/** Resolves once the server has seen them go. */
async function gone(...players: readonly { close: () => void }[]): Promise<void> {
  for (const player of players) player.close();
  await expect.poll(connections).toEqual([0]);
}

it('the projector says the host by which the desk came, also when all have been away', async () => {
  await gone(await desk());
  const { host } = new URL(engine.url);
  const first = await screen();
  expect(first.pulse?.address).toBe(host);
  await gone(first);
  expect((await screen()).pulse?.address).toBe(host);
});

it('nothing of a session that was let go of is kept, once nobody is connected either', async () => {
  await gone(await desk());
  await engine.rooms.letGo(id);
  const again = await screen();
  expect(again.pulse?.address).toBe(NO_DESK);

  await desk();
  await engine.rooms.letGo(id);
  await again.until(({ bye }) => bye !== null);
  expect((await screen()).pulse?.address).toBe(NO_DESK);
});

it('one that is loaded again while connections from before still close goes on for those that are new', async () => {
  const before = await screen();
  await engine.rooms.letGo(id);
  const teacher = await desk();
  before.close();
  const phone = engine.phone(code);
  expect(await phone.arrived()).toBeNull();
  expect(await phone.command({ type: 'join', name: 'Ada' })).toMatchObject({ ok: true });
  await teacher.until(({ roster }) => roster.length === 1);
  expect(connections()).toEqual([2]);
  expect((await screen()).pulse?.address).toBe(new URL(engine.url).host);
});
