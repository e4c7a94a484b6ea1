import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { io } from 'socket.io-client';
import type { DeskRequest } from '#shared/protocol';
import type { DeskView } from '#shared/session/views';
import { startEngine, type Engine } from '../../support/engine';
import { Player } from '../../support/player';

let engine: Engine;
let id: string;
let code: string;
let desk: Player<DeskView>;

const lobby = { at: 'lobby' } as const;
const at = (step: number) => ({ at: 'step', step }) as const;
const no = (why: string) => ({ ok: false, code: why });

async function drive(...requests: DeskRequest[]) {
  for (const request of requests) expect(await desk.command(request)).toMatchObject({ ok: true });
}

async function seated(name: string) {
  const phone = engine.phone(code);
  expect(await phone.arrived()).toBeNull();
  await phone.command({ type: 'join', name });
  await phone.until(({ own }) => own !== null);
  return phone;
}

beforeEach(async () => {
  engine = await startEngine();
  ({ id, code } = await engine.create());
  desk = engine.desk(id);
  expect(await desk.arrived()).toBeNull();
});

afterEach(async () => {
  expect(engine.bugs).toEqual([]);
  await engine.stop();
});

describe('coming in is refused with', () => {
  it('unknown-code for a code of no session', async () => {
    expect(await engine.phone(code === '123456' ? '123457' : '123456').arrived()).toBe('unknown-code');
  });

  it('session-ended for a newcomer to a session that is over', async () => {
    await drive({ type: 'end' });
    expect(await engine.phone(code).arrived()).toBe('session-ended');
  });

  it('name-taken for a name that differs in case and spaces only', async () => {
    await seated('Ada  Lovelace');
    const other = engine.phone(code);
    await other.arrived();
    expect(await other.command({ type: 'join', name: ' ada lovelace' })).toEqual({
      ...no('name-taken'),
      free: 'ada lovelace 2',
    });
  });

  it('name-taken for all but one of sixty who type one name at once, each with a free one to take', async () => {
    const phones = Array.from({ length: 60 }, () => engine.phone(code));
    await Promise.all(phones.map((phone) => phone.arrived()));
    const acks = await Promise.all(phones.map((phone) => phone.command({ type: 'join', name: 'Marco' })));
    const free = acks.map((ack) => (ack.ok ? null : ack.free));
    const offered = free.filter((name) => name !== null);
    expect(new Set(offered)).toEqual(new Set(Array.from({ length: 59 }, (_, i) => `Marco ${i + 2}`)));
    const again = phones.map((phone, i) => phone.command({ type: 'join', name: free[i] ?? 'Marco' }));
    for (const ack of await Promise.all(again)) expect(ack).toMatchObject({ ok: true });
  });

  it('name-taken with a free name that is not too long, and counts on where the taken one ends in a number', async () => {
    await seated('Gradiente gentile 22');
    const other = engine.phone(code);
    await other.arrived();
    expect(await other.command({ type: 'join', name: 'Gradiente gentile 22' })).toMatchObject({
      free: 'Gradiente gentile 2',
    });
    await seated('abcdefghijklmnopqrst');
    expect(await other.command({ type: 'join', name: 'abcdefghijklmnopqrst' })).toMatchObject({
      free: 'abcdefghijklmnopqr 2',
    });
  });

  // The whole table is test/names/table.ts.
  it.each([
    ['nothing', '', 'name-blank'],
    ['only spaces', '   ', 'name-blank'],
    ['a Hangul filler', '\u3164', 'name-blank'],
    ['21 letters', 'a'.repeat(21), 'name-invalid'],
    ['a control character', 'Ada\u0007', 'name-invalid'],
    ['a tower of accents', `A${'\u0301\u0302'.repeat(9)}da`, 'name-marks'],
  ] as const)('a code for a name of %s', async (_what, name, why) => {
    const phone = engine.phone(code);
    await phone.arrived();
    expect(await phone.command({ type: 'join', name })).toEqual(no(why));
  });

  it('room-locked while the room is locked', async () => {
    await drive({ type: 'lock' });
    const phone = engine.phone(code);
    await phone.arrived();
    expect(await phone.command({ type: 'join', name: 'Ada' })).toEqual(no('room-locked'));
    await drive({ type: 'unlock' });
    expect(await phone.command({ type: 'join', name: 'Ada' })).toMatchObject({ ok: true });
  });

  it('unknown-session and signed-out for a desk of somebody else, and of nobody', async () => {
    expect(await engine.desk(id, 'teacher-2').arrived()).toBe('unknown-session');
    expect(await engine.desk('nosuchsession').arrived()).toBe('unknown-session');
    const anonymous = new Player<DeskView>(engine.url, { role: 'desk', session: id, code });
    expect(await anonymous.arrived()).toBe('signed-out');
    anonymous.close();
  });

  it('unknown-session for a projector with a wrong key', async () => {
    expect(await engine.screen(id, 'x'.repeat(30)).arrived()).toBe('unknown-session');
  });

  it('version-old for another protocol or another build', async () => {
    const stale = new Player(
      engine.url,
      { role: 'phone', code, token: 'a'.repeat(22) },
      { build: 'yesterday' },
    );
    expect(await stale.arrived()).toBe('version-old');
    stale.close();
  });
});

describe('playing is refused with', () => {
  it('seat-unknown for who has not joined', async () => {
    const phone = engine.phone(code);
    await phone.arrived();
    const submission = { picked: ['a'] };
    expect(await phone.command({ type: 'submit', step: 0, submission })).toEqual(no('seat-unknown'));
  });

  it('step-not-open, too-late, already-answered, submission-invalid and out-of-range', async () => {
    const ada = await seated('Ada');
    const first = { type: 'submit', step: 0, submission: { picked: ['a'] } } as const;
    await drive({ type: 'go', from: lobby, to: at(0) });
    expect(await ada.command(first)).toEqual(no('step-not-open'));
    await drive({ type: 'open', step: 0 });
    expect(await ada.command({ ...first, submission: { picked: ['zz'] } })).toEqual(no('submission-invalid'));
    await ada.until(({ own }) => own?.step?.view !== null);
    const option = (ada.own?.step?.view as { options: { id: string }[] }).options[0]?.id ?? '';
    expect(await ada.command({ ...first, submission: { picked: [option] } })).toMatchObject({ ok: true });
    expect(await ada.command({ ...first, submission: { picked: [option] } })).toEqual(no('already-answered'));
    await drive({ type: 'close', step: 0 });
    expect(await ada.command({ ...first, submission: { picked: [option] } })).toEqual(no('too-late'));
    await drive({ type: 'go', from: at(0), to: at(1) }, { type: 'open', step: 1 });
    const beyond = { type: 'submit', step: 1, submission: { w: [25], b: 0 } } as const;
    expect(await ada.command(beyond)).toEqual(no('out-of-range'));
    expect(await ada.command({ ...beyond, step: 99 })).toEqual(no('unknown-step'));
  });

  it('not-allowed for a teacher’s command from a phone', async () => {
    const ada = await seated('Ada');
    expect(await ada.command({ type: 'end' })).toEqual(no('not-allowed'));
    expect(await ada.command({ type: 'open', step: 0 })).toEqual(no('not-allowed'));
  });

  it('not-allowed for any command from the projector', async () => {
    const screen = engine.screen(id);
    await screen.arrived();
    expect(await screen.command({ type: 'end' })).toEqual(no('not-allowed'));
  });

  it.each([
    null,
    7,
    'text',
    [],
    {},
    { id: 'short' },
    { id: 'long-enough-1', request: null },
    { id: 'long-enough-1', request: { type: 'submit', step: -1, submission: 1 } },
    { id: 'long-enough-1', request: { type: 'dance' } },
    { id: 'long-enough-1', request: { type: 'lock' }, more: 1 },
  ])('an error for a packet of another shape: %j', async (packet) => {
    const ada = await seated('Ada');
    const ack = await ada.raw(packet);
    expect(ack.ok === false && ['bad-packet', 'not-allowed'].includes(ack.code)).toBe(true);
    expect(await ada.command({ type: 'submit', step: 0, submission: {} })).toEqual(no('step-not-open'));
  });

  it('found by the fuzz: a probe or a command with one argument too many is answered all the same', async () => {
    const ada = await seated('Ada');
    const asked = (name: string, ...rest: unknown[]) =>
      new Promise((answer) => ada.socket.emit(name as 'command', ...(rest as [never]), answer));
    await asked('probe', { more: 1 });
    const submit = { id: 'long-enough-1', request: { type: 'submit', step: 0, submission: 1 } };
    expect(await asked('command', submit, 'more')).toEqual(no('bad-packet'));
  });

  it('too-fast for a flood, and takes commands again later', async () => {
    const ada = await seated('Ada');
    const flood = await Promise.all(
      Array.from({ length: 60 }, () => ada.command({ type: 'submit', step: 0, submission: 1 })),
    );
    expect(flood.some((ack) => !ack.ok && ack.code === 'too-fast')).toBe(true);
    expect(flood.some((ack) => !ack.ok && ack.code === 'step-not-open')).toBe(true);
  });
});

describe('driving is refused with', () => {
  it('stale-desk when another desk was faster', async () => {
    await drive({ type: 'go', from: lobby, to: at(0) });
    expect(await desk.command({ type: 'go', from: lobby, to: at(1) })).toEqual(no('stale-desk'));
  });

  it('wrong-phase for a reveal of an open step', async () => {
    await drive({ type: 'go', from: lobby, to: at(0) }, { type: 'open', step: 0 });
    expect(await desk.command({ type: 'reveal', step: 0 })).toEqual(no('wrong-phase'));
  });

  it('session-ended for everything after the end', async () => {
    await drive({ type: 'end' });
    expect(await desk.command({ type: 'lock' })).toEqual(no('session-ended'));
  });
});

describe('what cannot be answered', () => {
  it('a frame that is too big costs that connection alone', async () => {
    const [ada, bo] = [await seated('Ada'), await seated('Bo')];
    const gone = new Promise((resolve) => ada.socket.once('disconnect', resolve));
    ada.socket.emit('draft', { step: 0, draft: 'x'.repeat(20_000) });
    await gone;
    expect(await bo.command({ type: 'submit', step: 0, submission: 1 })).toEqual(no('step-not-open'));
  });

  it('an undecodable frame costs that connection alone', async () => {
    const [ada, bo] = [await seated('Ada'), await seated('Bo')];
    const gone = new Promise((resolve) => ada.socket.once('disconnect', resolve));
    ada.socket.io.engine.write('2{{{not json');
    await gone;
    expect(await bo.command({ type: 'submit', step: 0, submission: 1 })).toEqual(no('step-not-open'));
  });

  it('a handshake of another shape is refused', async () => {
    const socket = io(engine.url, {
      transports: ['websocket'],
      auth: { role: 'admin' },
      reconnection: false,
    });
    const why = await new Promise((resolve) =>
      socket.once('connect_error', (error) => resolve(error.message)),
    );
    expect(['bad-packet', 'version-old']).toContain(why);
    socket.disconnect();
  });
});
