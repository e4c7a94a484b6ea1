import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeskRequest, Handshake } from '#shared/protocol';
import type { DeskView, PhoneView } from '#shared/session/views';
import { PROTOCOL } from '#shared/version';
import { startEngine, type Engine } from '../../support/engine';
import { lessonOf, picks, single } from '../../support/lesson';
import { freshToken, type Player } from '../../support/player';
import { Poller } from '../../support/poller';

const POLLING = { transports: ['polling'] } as const;
const TURNING = { transports: ['polling', 'websocket'] } as const;

/** A theory that makes every frame large: what the kernel takes for a reader that sleeps is full soon. */
const long = (letter: string) => ({ it: letter.repeat(200_000), en: letter.repeat(200_000) });

/** Connections without a seat that one network may have here: on a real server it is thousands. */
const CROWD = 20;

const lobby = { at: 'lobby' } as const;
const first = { at: 'step', step: 0 } as const;

let engine: Engine;
let id: string;
let code: string;

beforeEach(async () => {
  engine = await startEngine({ mostStrangers: CROWD });
  ({ id, code } = await engine.create(
    lessonOf(single({ theory: long('x') }), single({ theory: long('y') })),
  ));
});

afterEach(async () => {
  expect(engine.bugs).toEqual([]);
  await engine.stop();
});

const carriedBy = ({ socket }: Pick<Player, 'socket'>) => socket.io.engine.transport.name;

async function arrived<P extends Pick<Player, 'arrived'>>(player: P): Promise<P> {
  expect(await player.arrived()).toBeNull();
  return player;
}

async function seated(name: string, how: typeof POLLING | typeof TURNING): Promise<Player<PhoneView>> {
  const phone = await arrived(engine.phone(code, freshToken(), how));
  expect(await phone.command({ type: 'join', name })).toMatchObject({ ok: true });
  await phone.until(({ own }) => own !== null);
  return phone;
}

async function drive(desk: Player<DeskView>, ...requests: DeskRequest[]) {
  for (const request of requests) expect(await desk.command(request)).toMatchObject({ ok: true });
}

const hello = (token = freshToken()): Handshake => ({
  ...{ protocol: PROTOCOL, build: 'test', role: 'phone', code, token },
});

/** Comes in by hand and is let in. */
async function letIn(token = freshToken()): Promise<Poller> {
  const poller = await Poller.open(engine.url, code);
  await poller.say(`40${JSON.stringify(hello(token))}`);
  expect((await poller.hear()).text).toMatch(/^40\{"sid"/);
  return poller;
}

describe('over long polling', () => {
  it('a phone, a projector and a desk play a question to its board', async () => {
    const desk = await arrived(engine.desk(id, undefined, POLLING));
    const screen = await arrived(engine.screen(id, undefined, POLLING));
    const ada = await seated('Ada', POLLING);
    await drive(desk, { type: 'go', from: lobby, to: first }, { type: 'open', step: 0 });
    await ada.until(({ own }) => (own?.step?.view ?? null) !== null);
    const answer = { type: 'submit', step: 0, submission: picks('c') } as const;
    expect(await ada.command(answer)).toMatchObject({ ok: true });
    await screen.until(({ pulse }) => pulse?.answered === 1);
    await drive(desk, { type: 'close', step: 0 }, { type: 'reveal', step: 0 });
    await ada.until(({ own }) => own?.step?.result?.points === 1_000);
    await drive(desk, { type: 'go', from: first, to: { at: 'board', step: 0 } });
    await screen.until(({ common }) => common?.top?.[0]?.points === 1_000);
    expect([ada, screen, desk].map(carriedBy)).toEqual(['polling', 'polling', 'polling']);
  });

  it('a connection that turns into a websocket loses nothing on the way', async () => {
    const ada = await seated('Ada', TURNING);
    await expect.poll(() => carriedBy(ada)).toBe('websocket');
    expect(await ada.command({ type: 'submit', step: 0, submission: picks('c') })).toEqual({
      ...{ ok: false, code: 'step-not-open' },
    });
  });

  it('a refusal is told, and ends the connection', async () => {
    const poller = await Poller.open(engine.url, code);
    await poller.say(`40${JSON.stringify({ ...hello(), build: 'yesterday' })}`);
    expect((await poller.hear()).text).toContain('"code":"version-old"');
    await poller.hear();
    expect((await poller.hear()).status).toBe(400);
  });

  it('wrong codes of one network are counted as they are over websockets', async () => {
    const nobody = code === '123456' ? '123457' : '123456';
    const heard = [];
    for (let i = 0; i < 25; i++)
      heard.push(await engine.phone(nobody, freshToken(), { ...POLLING, from: '203.0.113.7' }).arrived());
    expect(heard[0]).toBe('unknown-code');
    expect(heard.at(-1)).toBe('too-many-guesses');
    expect(await engine.phone(nobody, freshToken(), { from: '203.0.113.7' }).arrived()).toBe(
      'too-many-guesses',
    );
  });

  it('a seat has one allowance of commands, however many of them are in one request', async () => {
    const token = freshToken();
    const ada = await arrived(engine.phone(code, token, POLLING));
    expect(await ada.command({ type: 'join', name: 'Ada' })).toMatchObject({ ok: true });
    const flood = await Promise.all(
      Array.from({ length: 60 }, () => ada.command({ type: 'submit', step: 0, submission: 1 })),
    );
    expect(flood.filter((ack) => !ack.ok && ack.code === 'too-fast').length).toBeGreaterThan(30);
  });

  it('a request that is too big costs that connection alone', async () => {
    const [ada, bo] = [await seated('Ada', POLLING), await seated('Bo', POLLING)];
    const gone = new Promise((resolve) => ada.socket.once('disconnect', resolve));
    ada.socket.emit('draft', { step: 0, draft: 'x'.repeat(20_000) });
    await gone;
    expect(await bo.command({ type: 'submit', step: 0, submission: 1 })).toMatchObject({ ok: false });
  });

  it('a server that stops is announced, and lets go of who has fetched that without waiting for more', async () => {
    const other = await startEngine();
    const { code: theirs } = await other.create();
    const phone = await arrived(other.phone(theirs, freshToken(), POLLING));
    await phone.until(({ common }) => common !== null);
    const gone = new Promise((resolve) => phone.socket.once('disconnect', resolve));
    const stopped = other.closeSockets();
    await gone;
    expect(phone.bye).toEqual({ code: 'server-stopping' });
    await stopped;
    await other.stop();
  });

  it('too many tabs of one phone: the oldest is told and ended, also if it never fetches that', async () => {
    const token = freshToken();
    const oldest = await letIn(token);
    for (let tab = 0; tab < 5; tab++) await arrived(engine.phone(code, token, POLLING));
    await expect.poll(async () => (await oldest.say('3')).status, { timeout: 4_000 }).toBe(400);
  });
});

describe('a reader that does not keep up over long polling', () => {
  /** More frames in one moment than may wait for one reader. */
  const manyFrames = () => {
    for (let renewed = 0; renewed < 100; renewed++) void engine.rooms.get(id)?.forget([], 'nobody');
  };

  it.each([
    ['polls', POLLING],
    ['has turned from polling to a websocket', TURNING],
  ])('is cut off if it %s, told in the journal, and may come back', async (_what, how) => {
    const screen = await arrived(engine.screen(id, undefined, how));
    await screen.until(({ common }) => common !== null);
    await expect.poll(() => carriedBy(screen)).toBe(how.transports.at(-1));
    await new Promise<void>((resolve) => screen.socket.emit('probe', resolve));
    const gone = new Promise((resolve) => screen.socket.once('disconnect', resolve));
    manyFrames();
    await gone;
    expect(engine.told).toContainEqual({ event: 'reader-cut-off', session: id, role: 'screen' });
    await arrived(engine.screen(id, undefined, how));
  });

  it('is cut off if it came in and never polls again, and the class goes on', async () => {
    const desk = await arrived(engine.desk(id));
    const ada = await seated('Ada', POLLING);
    const silent = await letIn();
    await silent.say(
      `420["command",${JSON.stringify({ id: 'the-join', request: { type: 'join', name: 'Bo' } })}]`,
    );
    await desk.until(({ roster }) => roster.some(({ rows }) => rows.some(({ name }) => name === 'Bo')));
    for (let renewed = 0; renewed < 100; renewed++) {
      const seq = ada.frames.length;
      void engine.rooms.get(id)?.forget([], 'nobody');
      await ada.until(({ frames }) => frames.length > seq);
    }
    expect(engine.told).toContainEqual({ event: 'reader-cut-off', session: id, role: 'phone' });
    expect((await silent.say('3')).status).toBe(400);
    await drive(desk, { type: 'go', from: lobby, to: first }, { type: 'open', step: 0 });
    await ada.until(({ common }) => common?.step?.phase === 'open');
  });
});

describe('opening a connection by long polling', () => {
  it('as a script, which a page of another site could read, is refused', async () => {
    const answer = await new Poller(engine.url, code).hear('&j=0');
    expect(answer).toMatchObject({ status: 403, body: { message: 'bad-packet' } });
  });

  it('from a page that hides where it is is refused', async () => {
    const answer = await new Poller(engine.url, code).hear('', { 'sec-fetch-site': 'same-site' });
    expect(answer).toMatchObject({ status: 403, body: { message: 'origin-refused' } });
    expect((await new Poller(engine.url, code).hear('', { 'sec-fetch-site': 'same-origin' })).status).toBe(
      200,
    );
  });

  it('again and again ends the oldest that nobody knows; who has a seat, and who comes in, does not notice', async () => {
    const ada = await seated('Ada', POLLING);
    const [oldest] = await openings(1);
    await openings(CROWD + 5);
    const bo = await seated('Bo', POLLING);
    expect((await oldest?.say('3'))?.status).toBe(400);
    const [newest] = await openings(1);
    expect((await newest?.say('3'))?.status).toBe(200);
    for (const phone of [ada, bo]) {
      expect(phone.socket.connected).toBe(true);
      expect(await phone.command({ type: 'submit', step: 0, submission: 1 })).toMatchObject({
        code: 'step-not-open',
      });
    }
  });

  const openings = (count: number): Promise<Poller[]> =>
    Promise.all(Array.from({ length: count }, () => Poller.open(engine.url, code)));
});
