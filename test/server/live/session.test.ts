import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { review } from '#shared/session/review';
import type { DeskRequest } from '#shared/protocol';
import { startEngine, type Engine } from '../../support/engine';
import { freshToken, type Player } from '../../support/player';
import type { DeskView, PhoneView, ScreenView } from '#shared/session/views';

let engine: Engine;
let id: string;
let code: string;
let desk: Player<DeskView>;

const lobby = { at: 'lobby' } as const;
const at = (step: number) => ({ at: 'step', step }) as const;

async function drive(...requests: DeskRequest[]) {
  for (const request of requests) expect(await desk.command(request)).toMatchObject({ ok: true });
}

async function join(name: string, token?: string): Promise<Player<PhoneView>> {
  const phone = engine.phone(code, token);
  expect(await phone.arrived()).toBeNull();
  expect(await phone.command({ type: 'join', name })).toMatchObject({ ok: true });
  await phone.until(({ own }) => own !== null);
  return phone;
}

const options = (phone: Player<PhoneView>) =>
  (phone.own?.step?.view as { options: { id: string }[] }).options.map((option) => option.id);

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

describe('a live session on real sockets', () => {
  it('plays a question from the lobby to the board, and the review says the same', async () => {
    const [ada, bo] = [await join('Ada'), await join('Bo')];
    await drive({ type: 'go', from: lobby, to: at(0) }, { type: 'open', step: 0 });
    await ada.until(({ own }) => (own?.step?.view ?? null) !== null);
    await bo.until(({ own }) => (own?.step?.view ?? null) !== null);
    const right = (desk.common?.answer?.reveal as { right: string[] }).right;
    const wrong = options(bo)
      .filter((option) => !right.includes(option))
      .slice(0, 1);
    expect(await ada.command({ type: 'submit', step: 0, submission: { picked: right } })).toMatchObject({
      ok: true,
    });
    expect(await bo.command({ type: 'submit', step: 0, submission: { picked: wrong } })).toMatchObject({
      ok: true,
    });
    await drive({ type: 'close', step: 0 }, { type: 'reveal', step: 0 });
    await drive({ type: 'go', from: at(0), to: { at: 'board', step: 0 } });
    await ada.until(({ common }) => common?.step?.phase === 'revealed');
    expect(ada.own?.place).toMatchObject({ rank: 1, of: 2, points: 1000, right: 1 });
    expect(ada.common?.top?.map(({ name, points }) => [name, points])).toEqual([
      ['Ada', 1000],
      ['Bo', 0],
    ]);
    const told = review(await engine.log.read(id), (row) => row);
    expect(told.students.map(({ points, rank }) => [points, rank])).toEqual([
      [1000, 1],
      [0, 2],
    ]);
  });

  it('opens a step with the same frame for everybody, who each see it in an order of their own', async () => {
    const phones = [];
    for (const name of ['Ada', 'Bo', 'Cleo', 'Dina', 'Elio']) phones.push(await join(name));
    await drive({ type: 'go', from: lobby, to: at(0) }, { type: 'open', step: 0 });
    for (const phone of phones) await phone.until(({ own }) => own?.step?.index === 0);
    expect(new Set(phones.map(({ frames }) => JSON.stringify(frames.at(-1)))).size).toBe(1);
    expect(new Set(phones.map(({ own }) => own?.orders[0])).size).toBeGreaterThan(1);
  });

  it('gives a phone that comes back its seat, its answer and the screen of the moment', async () => {
    const token = freshToken();
    const before = await join('Ada', token);
    await drive({ type: 'go', from: lobby, to: at(0) }, { type: 'open', step: 0 });
    await before.until(({ own }) => (own?.step?.view ?? null) !== null);
    const picked = options(before).slice(0, 1);
    await before.command({ type: 'submit', step: 0, submission: { picked } });
    before.close();
    const after = engine.phone(code, token);
    await after.until(({ own }) => own !== null);
    expect(after.own).toMatchObject({ name: 'Ada', step: { index: 0, submission: { picked } } });
    expect(after.common?.step?.phase).toBe('open');
  });

  it('gives two tabs of one phone the same seat, also if both ask for a name', async () => {
    const token = freshToken();
    const [one, other] = [engine.phone(code, token), engine.phone(code, token)];
    for (const tab of [one, other]) expect(await tab.arrived()).toBeNull();
    for (const tab of [one, other]) {
      expect(await tab.command({ type: 'join', name: 'Ada' })).toMatchObject({ ok: true });
      await tab.until(({ own }) => own !== null);
    }
    expect(other.own).toEqual(one.own);
    await desk.until(({ pulse }) => pulse?.seats === 1);
  });

  it('counts a command that is sent twice once', async () => {
    const ada = await join('Ada');
    await drive({ type: 'go', from: lobby, to: at(0) }, { type: 'open', step: 0 });
    await ada.until(({ own }) => (own?.step?.view ?? null) !== null);
    const request = { type: 'submit', step: 0, submission: { picked: options(ada).slice(0, 1) } } as const;
    const acks = await Promise.all([
      ada.command(request, 'same-id-12345'),
      ada.command(request, 'same-id-12345'),
    ]);
    expect(acks.map(({ ok }) => ok)).toEqual([true, true]);
    const log = await engine.log.read(id);
    expect(log.filter(({ event }) => event.type === 'submitted')).toHaveLength(1);
  });

  it('shows the desk who is here and who has answered', async () => {
    const ada = await join('Ada');
    await desk.until(({ pulse }) => pulse?.here === 1);
    await drive({ type: 'go', from: lobby, to: at(0) }, { type: 'open', step: 0 });
    await ada.until(({ own }) => (own?.step?.view ?? null) !== null);
    await ada.command({ type: 'submit', step: 0, submission: { picked: options(ada).slice(0, 1) } });
    await desk.until(({ pulse }) => pulse?.answered === 1);
    await desk.until(
      ({ roster }) => roster.at(-1)?.rows.some((row) => row.answered && row.name === 'Ada') ?? false,
    );
    ada.close();
    await desk.until(({ pulse }) => pulse?.here === 0);
  });

  it('shows everyone’s lines on the projector while they are being tuned', async () => {
    const screen = engine.screen(id);
    expect(await screen.arrived()).toBeNull();
    const ada = await join('Ada');
    await drive({ type: 'go', from: lobby, to: at(1) }, { type: 'open', step: 1 });
    await ada.until(({ own }) => (own?.step?.view ?? null) !== null);
    ada.socket.emit('draft', { step: 1, draft: { w: [-10], b: 5 } });
    // A busy machine may have told of the open step before the draft came.
    const drawn = JSON.stringify({ lines: { '-2,1': 1 }, all: 1, holding: 1 });
    await screen.until(({ pulse }) => JSON.stringify(pulse?.picture) === drawn);
    expect(screen.pulse?.answered).toBe(0);
  });

  it('shows the lines of who waits in the lobby, coalesced, to a projector that comes later too, and to nobody else', async () => {
    const screen = engine.screen(id);
    expect(await screen.arrived()).toBeNull();
    const [ada, bo] = [await join('Ada'), await join('Bo')];
    const before = [ada, bo].map(({ frames }) => frames.length);
    ada.socket.emit('draft', { warmUp: -30 });
    bo.socket.emit('draft', { warmUp: 12 });
    bo.socket.emit('draft', { warmUp: 45 });
    const shown = { lines: { '-30': 1, '45': 1 } };
    const sees = ({ pulse }: Player<ScreenView>) => JSON.stringify(pulse?.picture) === JSON.stringify(shown);
    await screen.until(sees);
    const later = engine.screen(id);
    await later.until(sees);
    bo.close();
    await screen.until(({ pulse }) => JSON.stringify(pulse?.picture) === '{"lines":{"-30":1}}');
    expect([ada, bo].map(({ frames }) => frames.length)).toEqual(before);
    expect((await engine.log.read(id)).map(({ event }) => event.type)).toEqual([
      ...['session-created', 'seat-joined', 'seat-joined'],
    ]);
    await drive({ type: 'go', from: lobby, to: at(1) }, { type: 'open', step: 1 });
    await screen.until(({ common }) => common?.step?.phase === 'open');
    expect(screen.pulse?.picture ?? null).not.toEqual(shown);
    await drive({ type: 'close', step: 1 });
    expect((await engine.log.read(id)).some(({ event }) => event.type === 'submitted')).toBe(false);
  });

  it('moves a seat to another phone with a ticket, once, and tells the old one', async () => {
    const ada = await join('Ada');
    const ticket = freshToken();
    await drive({ type: 'issue-ticket', seat: ada.own?.seat ?? '', ticket });
    const other = engine.phone(code);
    await other.arrived();
    expect(await other.command({ type: 'take-seat', ticket })).toMatchObject({ ok: true });
    await other.until(({ own }) => own?.name === 'Ada');
    await ada.until(({ bye }) => bye?.code === 'seat-moved');
    const third = engine.phone(code);
    await third.arrived();
    expect(await third.command({ type: 'take-seat', ticket })).toEqual({ ok: false, code: 'ticket-invalid' });
  });

  it('sends a kicked student away, and lets them back once readmitted', async () => {
    const token = freshToken();
    const ada = await join('Ada', token);
    const seat = ada.own?.seat ?? '';
    await drive({ type: 'kick', seat });
    await ada.until(({ bye }) => bye?.code === 'kicked');
    expect(await engine.phone(code, token).arrived()).toBe('kicked');
    await drive({ type: 'readmit', seat });
    expect(await engine.phone(code, token).arrived()).toBeNull();
  });

  it('tells a pace to its own phone and the desk, and sends nobody else anything', async () => {
    const screen = engine.screen(id);
    expect(await screen.arrived()).toBeNull();
    const [ada, bo] = [await join('Ada'), await join('Bo')];
    const seat = bo.own?.seat ?? '';
    const frames = () => [ada, screen].map((one) => one.frames.length);
    const before = frames();
    await drive({ type: 'pace', seat, pace: 13 });
    await bo.until(({ own }) => own?.pace === 13);
    await desk.until(({ roster }) => roster.at(-1)?.rows.some((row) => row.pace === 13) ?? false);
    expect(frames()).toEqual(before);
    expect(ada.own?.pace).toBe(10);
    expect(await desk.raw({ id: 'a-pace-of-1.5', request: { type: 'pace', seat, pace: 15 } })).toMatchObject({
      ok: false,
    });
  });

  it('goes on after the server was stopped and started, with the time that was left', async () => {
    const ada = await join('Ada');
    await drive({ type: 'go', from: lobby, to: at(0) }, { type: 'open', step: 0 });
    await ada.until(({ common }) => common?.step?.phase === 'open');
    const second = await startEngine({ log: engine.log });
    const again = second.phone(code);
    expect(await again.arrived()).toBeNull();
    await again.until(({ common }) => common?.step?.phase === 'open');
    const { deadline } = again.common?.step?.countdown ?? { deadline: 0 };
    expect(deadline - (again.frames[0]?.now ?? Infinity)).toBeGreaterThanOrEqual(5_000);
    await second.stop();
  });

  it('shows the projector in what the desk says, also one that comes later, and after a restart', async () => {
    const look = { language: 'en', theme: 'night', follows: true } as const;
    const screen = engine.screen(id);
    await screen.until(({ common }) => common !== null);
    const ada = await join('Ada');
    const before = ada.frames.length;
    const other = engine.desk(id);
    expect(await other.arrived()).toBeNull();
    await drive({ type: 'set-look', look: { ...look, theme: 'paper' } }, { type: 'set-look', look });
    await screen.until(({ common }) => common?.look?.theme === 'night');
    await other.until(({ common }) => common?.look?.theme === 'night');
    const [later, second] = [engine.screen(id), await startEngine({ log: engine.log })];
    const restarted = second.screen(id);
    for (const one of [later, restarted]) await one.until(({ common }) => common !== null);
    expect([later.common?.look, restarted.common?.look]).toEqual([look, look]);
    expect(ada.frames.length).toBe(before);
    const odd = { type: 'set-look', look: { ...look, theme: 'pink' } };
    expect(await desk.raw({ id: 'a-pink-projector', request: odd })).toEqual({
      ok: false,
      code: 'bad-packet',
    });
    await second.stop();
  });

  it('never lets two sessions see a frame of each other', async () => {
    const other = await engine.create();
    const stranger = engine.phone(other.code);
    await stranger.arrived();
    await stranger.command({ type: 'join', name: 'Stranger' });
    await stranger.until(({ own }) => own !== null);
    const framesBefore = stranger.frames.length;
    const ada = await join('Ada');
    await drive({ type: 'go', from: lobby, to: at(0) }, { type: 'open', step: 0 });
    await ada.until(({ common }) => common?.step?.phase === 'open');
    expect(stranger.frames).toHaveLength(framesBefore);
  });
});

describe('a reader that does not keep up', () => {
  it('is cut off, and the journal says so by its session and its part alone', async () => {
    const screen = engine.screen(id);
    await screen.until(({ common }) => common !== null);
    const gone = new Promise((resolve) => screen.socket.once('disconnect', resolve));
    // More frames in one moment than may wait for one reader.
    for (let renewed = 0; renewed < 100; renewed++) void engine.rooms.get(id)?.forget([], 'nobody');
    await gone;
    expect(engine.told).toContainEqual({ event: 'reader-cut-off', session: id, role: 'screen' });
    const back = engine.screen(id);
    expect(await back.arrived()).toBeNull();
  });
});
