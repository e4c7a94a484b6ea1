import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { memoryLog } from '../../../server/storage/log/memory';
import type { SessionLog } from '../../../server/storage/log/port';
import { startEngine, type Engine } from '../../support/engine';
import { freshToken } from '../../support/player';

/** Students that come through one door at once. */
const CLASS = 40;

let log: SessionLog;
let reads: number;
let away: boolean;
let ended: Set<string>;
/** Two servers that share a log. The session begins at the first one, and people come to the second one. */
let first: Engine;
let second: Engine;
let id: string;
let code: string;

beforeEach(async () => {
  const kept = memoryLog();
  [reads, away, ended] = [0, false, new Set()];
  log = {
    ...kept,
    read: (session, after) => {
      reads += 1;
      return kept.read(session, after);
    },
    find: (key) => (away ? Promise.reject(new Error('gone')) : kept.find(key)),
  };
  first = await startEngine({ log, shared: true });
  second = await startEngine({ log, shared: true, endedCodes: ended });
  ({ id, code } = await first.create());
});

afterEach(async () => {
  for (const engine of [first, second]) {
    await engine.stop();
    expect(engine.bugs).toEqual([]);
  }
});

const desk = (engine: Engine, who?: string) => engine.desk(id, who, { code });
const screen = (engine: Engine, key?: string) => engine.screen(id, key, { code });

describe('where servers share a log', () => {
  it('a class, its desk and its projector come to a server that has never heard of the session', async () => {
    const phones = Array.from({ length: CLASS }, () => second.phone(code));
    const everybody = [...phones, desk(second), screen(second)];
    expect(await Promise.all(everybody.map((one) => one.arrived()))).toEqual(everybody.map(() => null));
    const acks = await Promise.all(phones.map((phone, i) => phone.command({ type: 'join', name: `N ${i}` })));
    expect(acks.filter(({ ok }) => !ok)).toEqual([]);
    expect(reads).toBe(1);
    expect(second.rooms.held()).toMatchObject([{ id, connections: CLASS + 2 }]);
    expect(first.rooms.held()).toEqual([]);
  });

  it('one phone alone is enough, or a desk, or a projector', async () => {
    expect(await second.phone(code).arrived()).toBeNull();
    expect(await desk(first).arrived()).toBeNull();
    await first.rooms.letGo(id);
    expect(await screen(first).arrived()).toBeNull();
  });

  it('the class is counted while it is there, also phones that have no name yet, and not afterwards', async () => {
    const [phone, shown] = [second.phone(code), screen(second)];
    for (const one of [phone, shown]) expect(await one.arrived()).toBeNull();
    const connections = () => second.rooms.held()[0]?.connections;
    expect(connections()).toBe(2);
    phone.close();
    await expect.poll(connections).toBe(1);
    shown.close();
    await expect.poll(connections).toBe(0);
  });

  it('nobody’s code is unknown, and that of an ended session is told as ended', async () => {
    const host = desk(first);
    expect(await host.arrived()).toBeNull();
    expect(await host.command({ type: 'end' })).toMatchObject({ ok: true });
    expect(await second.phone(code).arrived()).toBe('unknown-code');
    ended.add(code);
    expect(await second.phone(code).arrived()).toBe('session-ended');
    expect(await desk(second).arrived()).toBe('unknown-session');
    expect(await screen(second).arrived()).toBe('unknown-session');
  });

  it('who may not see a session does not have it loaded', async () => {
    expect(await screen(second, 'a-key-that-does-not-fit').arrived()).toBe('unknown-session');
    expect(second.rooms.held()).toEqual([]);
    expect(await desk(second, 'bob').arrived()).toBe('unknown-session');
  });

  it('a session that cannot be read is put aside for whoever comes, and told once', async () => {
    const events = [{ seq: 9, at: 0, version: 1, command: null, event: { type: 'room-locked' } as const }];
    await log.append([{ session: id, events, claim: null, release: null }]);
    const refusals = await Promise.all(
      [second.phone(code), second.phone(code), desk(second), screen(second)].map((one) => one.arrived()),
    );
    expect(refusals).toEqual(refusals.map(() => 'session-put-aside'));
    expect(second.told.filter(({ event }) => event === 'session-put-aside')).toHaveLength(1);
  });

  it('a log that cannot be asked sends everybody on to another server', async () => {
    away = true;
    const people = () => [second.phone(code), desk(second), screen(second)];
    expect(await Promise.all(people().map((one) => one.arrived()))).toEqual([
      ...['server-moved', 'server-moved', 'server-moved'],
    ]);
    away = false;
    expect(await Promise.all(people().map((one) => one.arrived()))).toEqual([null, null, null]);
  });

  it('a student goes on at the server that has the session next, on the same seat', async () => {
    const token = freshToken();
    const phone = second.phone(code, token);
    expect(await phone.arrived()).toBeNull();
    expect(await phone.command({ type: 'join', name: 'Ada' })).toMatchObject({ ok: true });
    await second.rooms.letGo(id);
    await phone.until(({ bye }) => bye?.code === 'server-moved');
    const again = first.phone(code, token);
    await again.until(({ own }) => own?.name === 'Ada');
    expect(second.rooms.held()).toEqual([]);
  });
});
