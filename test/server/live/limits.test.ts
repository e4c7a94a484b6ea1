import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { draftGap } from '../../../server/live/sockets/limits';
import { startEngine, type Engine } from '../../support/engine';
import { freshToken } from '../../support/player';

let engine: Engine;
let id: string;
let code: string;

beforeEach(async () => {
  engine = await startEngine();
  ({ id, code } = await engine.create());
});

afterEach(async () => {
  expect(engine.bugs).toEqual([]);
  await engine.stop();
});

async function arrived(token: string, from?: string) {
  const phone = engine.phone(code, token, from === undefined ? {} : { from });
  expect(await phone.arrived()).toBeNull();
  return phone;
}

async function seated(name: string, token = freshToken()) {
  const phone = await arrived(token);
  expect(await phone.command({ type: 'join', name })).toMatchObject({ ok: true });
  return phone;
}

const wrong = { type: 'submit', step: 0, submission: 1 } as const;

describe('a seat', () => {
  it('has one allowance of commands, however many connections it opens', async () => {
    const token = freshToken();
    await seated('Ada', token);
    const tabs = await Promise.all(Array.from({ length: 4 }, () => arrived(token)));
    const flood = await Promise.all(
      tabs.flatMap((tab) => Array.from({ length: 30 }, () => tab.command(wrong))),
    );
    const taken = flood.filter((ack) => !ack.ok && ack.code === 'step-not-open').length;
    // 19 are left of twenty at once, and five come back each second; four connections of their own had eighty.
    expect(taken).toBeGreaterThanOrEqual(19);
    expect(taken).toBeLessThan(60);
    expect(await (await seated('Bo')).command(wrong)).toMatchObject({ code: 'step-not-open' });
  });

  it('has five connections; the oldest is told and closed when a sixth comes', async () => {
    const token = freshToken();
    const first = await seated('Ada', token);
    const others = [];
    for (let i = 0; i < 5; i++) others.push(await arrived(token));
    await first.until(({ bye }) => bye !== null);
    expect(first.bye).toEqual({ code: 'too-many-tabs' });
    expect(others.map(({ bye, socket }) => [bye, socket.connected])).toEqual(Array(5).fill([null, true]));
    expect(await others[4]?.command(wrong)).toMatchObject({ code: 'step-not-open' });
  });

  it('is told once how fast a room takes drafts, and each of its connections too', async () => {
    const phone = await seated('Ada');
    const told: number[] = [];
    phone.socket.on('draft-gap', (gap) => told.push(gap));
    for (let i = 0; i < 50; i++) phone.socket.emit('draft', { step: 0, draft: i });
    // What came before it on the same connection has been dealt with.
    await phone.command(wrong);
    expect(told).toEqual([250]);
  });
});

it('a draft that is refused is answered with a code where one asks for it, on the lobby’s line too', async () => {
  const phone = await seated('Ada');
  const draft = (packet: unknown) =>
    new Promise((resolve) => phone.socket.emit('draft', packet as never, resolve));
  const wrongOnes = [{ warmUp: 91 }, { warmUp: 1.5 }, { warmUp: 3, step: 0 }, 'x'];
  const heard = await Promise.all([...wrongOnes, ...Array<string>(30).fill('x')].map(draft));
  expect(heard.slice(0, 4)).toEqual(Array(4).fill({ ok: false, code: 'bad-packet' }));
  expect(heard.at(-1)).toEqual({ ok: false, code: 'too-fast' });
  const newcomer = await arrived(freshToken());
  const [screen, desk] = [engine.screen(id), engine.desk(id)];
  for (const one of [screen, desk]) expect(await one.arrived()).toBeNull();
  const asked = [newcomer, screen, desk].map(
    ({ socket }) => new Promise((resolve) => socket.emit('draft', { warmUp: 3 }, resolve)),
  );
  const codes = ['seat-unknown', 'not-allowed', 'not-allowed'];
  expect(await Promise.all(asked)).toEqual(codes.map((code) => ({ ok: false, code })));
});

it('drafts are four a second from each phone, fewer where a thousand a second would come together', () => {
  expect([1, 30, 250, 500, 1_000, 3_000].map(draftGap)).toEqual([250, 250, 250, 500, 1_000, 3_000]);
});

describe('wrong codes over real sockets', () => {
  const nobody = () => (code === '123456' ? '123457' : '123456');
  const guesses = async (from: string, times: number) => {
    const heard: (string | null)[] = [];
    for (let i = 0; i < times; i++)
      heard.push(await engine.phone(nobody(), freshToken(), { from }).arrived());
    return heard.filter((why) => why === 'unknown-code').length;
  };

  it('are limited for the address that a proxy tells, and a right one from there is not looked at', async () => {
    expect(await guesses('203.0.113.7', 40)).toBeLessThan(30);
    expect(await engine.phone(nobody(), freshToken(), { from: '203.0.113.7' }).arrived()).toBe(
      'too-many-guesses',
    );
    expect(await engine.phone(code, freshToken(), { from: '203.0.113.7' }).arrived()).toBe(
      'too-many-guesses',
    );
    expect(await engine.phone(code, freshToken(), { from: '203.0.113.8' }).arrived()).toBeNull();
  });

  it('keep nobody out who has a seat, nor newcomers of a class that is there', async () => {
    const token = freshToken();
    const ada = await arrived(token, '203.0.113.7');
    expect(await ada.command({ type: 'join', name: 'Ada' })).toMatchObject({ ok: true });
    ada.close();
    await guesses('203.0.113.7', 30);
    await arrived(token, '203.0.113.7');
    await arrived(freshToken(), '203.0.113.7');
    await guesses('203.0.113.9', 30);
    await arrived(token, '203.0.113.9');
  });
});

describe('wrong secrets', () => {
  it('are counted: a projector that tries keys hears too-many-guesses, and the right key still works', async () => {
    const heard = [];
    for (let i = 0; i < 40; i++) heard.push(await engine.screen(id, freshToken()).arrived());
    expect(heard[0]).toBe('unknown-session');
    expect(heard.at(-1)).toBe('too-many-guesses');
    expect(await engine.screen(id).arrived()).toBeNull();
  });

  it('are counted for tickets over all seats of one network', async () => {
    const heard = [];
    for (let i = 0; i < 3; i++) {
      const phone = await arrived(freshToken());
      for (let n = 0; n < 15; n++)
        heard.push(await phone.command({ type: 'take-seat', ticket: freshToken() }));
    }
    expect(heard[0]).toEqual({ ok: false, code: 'ticket-invalid' });
    expect(heard).toContainEqual({ ok: false, code: 'too-many-guesses' });
  });
});

it('a refused handshake ends its connection, so another try costs another one', async () => {
  const stranger = engine.phone('000001');
  const closed = new Promise((resolve) => stranger.socket.io.engine.once('close', resolve));
  expect(await stranger.arrived()).toBe('unknown-code');
  await closed;
});
