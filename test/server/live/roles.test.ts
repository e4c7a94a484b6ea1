import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeskRequest } from '#shared/protocol';
import { replay } from '#shared/session/evolve';
import { startEngine, type Engine } from '../../support/engine';
import { freshToken, type Player } from '../../support/player';
import type { DeskView, ScreenView } from '#shared/session/views';

let engine: Engine;
let ours: { id: string; code: string };
let theirs: { id: string; code: string };

beforeEach(async () => {
  engine = await startEngine();
  [ours, theirs] = [await engine.create(), await engine.create()];
});

afterEach(async () => {
  expect(engine.bugs).toEqual([]);
  await engine.stop();
});

async function seated(code: string, name: string, token = freshToken()) {
  const phone = engine.phone(code, token);
  expect(await phone.arrived()).toBeNull();
  expect(await phone.command({ type: 'join', name })).toMatchObject({ ok: true });
  await phone.until(({ own }) => own !== null);
  return phone;
}

const seatOf = (phone: Player): string => phone.own?.seat ?? '';

async function deskOf(id: string): Promise<Player<DeskView>> {
  const desk = engine.desk(id);
  expect(await desk.arrived()).toBeNull();
  return desk;
}

const open = async (id: string) => {
  const desk = await deskOf(id);
  await desk.command({ type: 'go', from: { at: 'lobby' }, to: { at: 'step', step: 0 } });
  expect(await desk.command({ type: 'open', step: 0 })).toMatchObject({ ok: true });
  return desk;
};

/** One request of every type that a desk has; the compiler asks for a new one. */
const asked = (seat: string): { readonly [T in DeskRequest['type']]: DeskRequest & { type: T } } => ({
  go: { type: 'go', from: { at: 'lobby' }, to: { at: 'step', step: 0 } },
  open: { type: 'open', step: 0 },
  close: { type: 'close', step: 0 },
  reveal: { type: 'reveal', step: 0 },
  freeze: { type: 'freeze', step: 0 },
  unfreeze: { type: 'unfreeze', step: 0 },
  extend: { type: 'extend', step: 0, by: 15 },
  'vote-again': { type: 'vote-again', step: 0 },
  'show-picture': { type: 'show-picture', step: 0 },
  'show-half': { type: 'show-half', step: 0, shown: true },
  'close-soon': { type: 'close-soon', step: 0 },
  'call-eyes': { type: 'call-eyes', up: true },
  'set-path': { type: 'set-path', short: true },
  'give-hint': { type: 'give-hint', step: 0, hint: 1 },
  'play-again': { type: 'play-again', step: 0 },
  'hide-answer': { type: 'hide-answer', step: 0, answer: '0123456789ab', hidden: true },
  'show-board': { type: 'show-board', shown: false },
  darken: { type: 'darken', dark: true },
  'set-look': { type: 'set-look', look: { language: 'en', theme: 'night', follows: true } },
  lock: { type: 'lock' },
  unlock: { type: 'unlock' },
  pace: { type: 'pace', seat, pace: 20 },
  rename: { type: 'rename', seat, name: 'Zoe' },
  kick: { type: 'kick', seat },
  readmit: { type: 'readmit', seat },
  'kick-seats': { type: 'kick-seats', seats: [seat] },
  'readmit-seats': { type: 'readmit-seats', seats: [seat] },
  'issue-ticket': { type: 'issue-ticket', seat, ticket: freshToken() },
  end: { type: 'end' },
  'undo-end': { type: 'undo-end' },
});

const no = { ok: false, code: 'not-allowed' };
const stateOf = async (id: string) => replay(await engine.log.read(id));
const logOf = async (id: string) => JSON.stringify(await engine.log.read(id));

describe('not-allowed, and nothing in the log, for every request of a desk', () => {
  it('from a phone with a seat, and from one without', async () => {
    // Two of each: one phone alone would ask for more than it may in a second.
    const seats = [await seated(ours.code, 'Ada'), await seated(ours.code, 'Bo')] as const;
    const newcomers = [engine.phone(ours.code), engine.phone(ours.code)] as const;
    for (const newcomer of newcomers) await newcomer.arrived();
    const before = await logOf(ours.id);
    for (const [i, request] of Object.values(asked(seatOf(seats[0]))).entries())
      for (const phone of [seats, newcomers].map(([one, other]) => (i % 2 === 0 ? one : other)))
        expect(await phone.command(request)).toEqual(no);
    expect(await logOf(ours.id)).toBe(before);
  });

  it('from the projector, which may not play either', async () => {
    const ada = await seated(ours.code, 'Ada');
    const screen = engine.screen(ours.id);
    await screen.arrived();
    const before = await logOf(ours.id);
    for (const request of Object.values(asked(seatOf(ada))))
      expect(await screen.command(request)).toEqual(no);
    expect(await screen.command({ type: 'submit', step: 0, submission: 1 })).toEqual(no);
    expect(await screen.command({ type: 'join', name: 'Bo' })).toEqual(no);
    expect(await logOf(ours.id)).toBe(before);
  });
});

it('a desk may not play: joining, taking a seat and answering are not-allowed', async () => {
  const desk = await open(ours.id);
  expect(await desk.command({ type: 'join', name: 'Bo' })).toEqual(no);
  expect(await desk.command({ type: 'take-seat', ticket: freshToken() })).toEqual(no);
  expect(await desk.command({ type: 'submit', step: 0, submission: { picked: ['a'] } })).toEqual(no);
});

describe('a phone answers for its own seat', () => {
  it('and naming another one in the packet, in any place, is a bad-packet', async () => {
    await open(ours.id);
    const [ada, bo] = [await seated(ours.code, 'Ada'), await seated(ours.code, 'Bo')];
    const seat = seatOf(bo);
    const request = { type: 'submit', step: 0, submission: { picked: ['a'] } };
    const forged = [
      { id: 'command-1', request, seat },
      { id: 'command-2', request: { ...request, seat } },
      { id: 'command-3', request, actor: { role: 'host' } },
      { id: 'command-4', request: { ...request, token: 'x'.repeat(22) } },
    ];
    for (const packet of forged) expect(await ada.raw(packet)).toEqual({ ok: false, code: 'bad-packet' });
    expect((await stateOf(ours.id)).steps[0]?.answers.size).toBe(0);
  });

  it('and with another’s command id it does not touch that one’s answer', async () => {
    await open(ours.id);
    const [ada, bo] = [await seated(ours.code, 'Ada'), await seated(ours.code, 'Bo')];
    for (const [phone, picked] of [
      [ada, 0],
      [bo, 1],
    ] as const) {
      await phone.until(({ own }) => own?.step?.view !== null);
      const options = (phone.own?.step?.view as { options: { id: string }[] }).options;
      // Each seat has the options in an order of its own.
      const submission = { picked: [options.map((option) => option.id).sort()[picked]] };
      const request = { type: 'submit', step: 0, submission } as const;
      expect(await phone.command(request, 'one-and-the-same')).toMatchObject({ ok: true });
    }
    const { answers } = (await stateOf(ours.id)).steps[0]!;
    const picked = [ada, bo].map((phone) => JSON.stringify(answers.get(seatOf(phone))?.submission));
    expect(new Set(picked).size).toBe(2);
  });
});

describe('between two sessions', () => {
  it('a seat’s secret of one is a newcomer’s in the other', async () => {
    const token = freshToken();
    await seated(ours.code, 'Ada', token);
    const elsewhere = engine.phone(theirs.code, token);
    expect(await elsewhere.arrived()).toBeNull();
    await elsewhere.until(({ common }) => common !== null);
    expect(elsewhere.own).toBeNull();
    const submit = { type: 'submit', step: 0, submission: 1 } as const;
    expect(await elsewhere.command(submit)).toEqual({ ok: false, code: 'seat-unknown' });
  });

  it('a ticket of one is worth nothing in the other', async () => {
    const ada = await seated(ours.code, 'Ada');
    const ticket = freshToken();
    const desk = await deskOf(ours.id);
    await desk.command({ type: 'issue-ticket', seat: seatOf(ada), ticket });
    const elsewhere = engine.phone(theirs.code);
    await elsewhere.arrived();
    const taken = await elsewhere.command({ type: 'take-seat', ticket });
    expect(taken).toEqual({ ok: false, code: 'ticket-invalid' });
    expect(ada.bye).toBeNull();
  });

  it('a projector’s key of one does not open the other', async () => {
    const key = `key-of-${ours.id}-0123456789`;
    expect(await engine.screen(theirs.id, key).arrived()).toBe('unknown-session');
  });

  it('a desk cannot name a seat of the other', async () => {
    const ada = await seated(ours.code, 'Ada');
    const desk = await deskOf(theirs.id);
    const seat = seatOf(ada);
    for (const type of ['kick', 'readmit'] as const)
      expect(await desk.command({ type, seat })).toEqual({ ok: false, code: 'seat-unknown' });
    expect(await desk.command({ type: 'rename', seat, name: 'Zoe' })).toMatchObject({ code: 'seat-unknown' });
    expect(ada.bye).toBeNull();
  });

  it('another teacher’s cookie gets unknown-session, as a session that does not exist', async () => {
    expect(await engine.desk(ours.id, 'teacher-2').arrived()).toBe('unknown-session');
    expect(await engine.desk('no-such-session', 'teacher-2').arrived()).toBe('unknown-session');
  });

  it('no message of one reaches the other', async () => {
    const [desk, screen]: [Player<DeskView>, Player<ScreenView>] = [
      engine.desk(theirs.id),
      engine.screen(theirs.id),
    ];
    const bo = await seated(theirs.code, 'Bo');
    await Promise.all([desk.arrived(), screen.arrived()]);
    const heard: string[] = [];
    for (const { socket } of [desk, screen, bo] as Pick<Player, 'socket'>[])
      socket.onAny((...message: unknown[]) => heard.push(JSON.stringify(message)));
    await seated(ours.code, 'Xanthippe');
    await open(ours.id);
    await open(theirs.id);
    await bo.until(({ common }) => common?.step?.phase === 'open');
    expect(heard.join()).not.toContain('Xanthippe');
    expect(heard.length).toBeGreaterThan(2);
  });
});
