import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startEngine, type Engine } from '../../support/engine';
import { freshToken, Player } from '../../support/player';

let engine: Engine;
let ours: { readonly id: string; readonly code: string };
let theirs: { readonly id: string; readonly code: string };

beforeEach(async () => {
  engine = await startEngine();
  [ours, theirs] = [await engine.create(), await engine.create()];
});

afterEach(async () => {
  expect(engine.bugs).toEqual([]);
  await engine.stop();
});

describe('the address of a socket names the room', () => {
  it('for a phone, a projector and a desk', async () => {
    expect(await engine.phone(ours.code).arrived()).toBeNull();
    expect(await engine.screen(ours.id).arrived()).toBeNull();
    expect(await engine.desk(ours.id).arrived()).toBeNull();
  });

  it('and if it is another room, or none, they hear wrong-room', async () => {
    for (const code of [theirs.code, '000000', '']) {
      expect(await engine.screen(ours.id, undefined, { code }).arrived()).toBe('wrong-room');
      expect(await engine.desk(ours.id, undefined, { code }).arrived()).toBe('wrong-room');
    }
    const identity = { role: 'phone', code: ours.code, token: freshToken() } as const;
    const phone = new Player(engine.url, identity, { room: theirs.code });
    expect(await phone.arrived()).toBe('wrong-room');
    phone.close();
  });

  it('which nobody learns who may not come in anyway', async () => {
    const key = freshToken();
    expect(await engine.screen(ours.id, key, { code: theirs.code }).arrived()).toBe('unknown-session');
    expect(await engine.desk(ours.id, 'teacher-2', { code: theirs.code }).arrived()).toBe('unknown-session');
  });
});
