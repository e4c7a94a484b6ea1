import { request } from 'node:http';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { DeskRequest } from '#shared/protocol';
import type { PhoneView } from '#shared/session/views';
import { freshToken, type Player } from '../../../support/player';
import { FIRST_ANSWER } from '../../../support/taught';
import { startTwoServers, type SharingServer, type TwoServers } from '../../../support/two-servers';

let both: TwoServers;
let id: string;
let code: string;

const toFirst = { type: 'go', from: { at: 'lobby' }, to: { at: 'step', step: 0 } } as const;
const openFirst = { type: 'open', step: 0 } as const;
const isOpen = ({ own }: Player) => (own?.step?.view ?? null) !== null;
const isSentOn = ({ bye }: Player) => bye !== null;

async function seated(server: SharingServer, name: string, token = freshToken()) {
  const phone = server.phone(code, token);
  expect(await phone.arrived()).toBeNull();
  expect(await phone.command({ type: 'join', name })).toMatchObject({ ok: true });
  await phone.until(({ own }) => own !== null);
  return phone;
}

/** Comes back with the secret of a seat. */
async function back(server: SharingServer, token: string): Promise<Player<PhoneView>> {
  const phone = server.phone(code, token);
  expect(await phone.arrived()).toBeNull();
  await phone.until(({ own }) => own !== null);
  return phone;
}

async function drive(server: SharingServer, ...requests: DeskRequest[]) {
  const desk = server.desk(id, undefined, { code });
  expect(await desk.arrived()).toBeNull();
  for (const request of requests) expect(await desk.command(request)).toMatchObject({ ok: true });
  return desk;
}

/** What a server answers to who asks for a websocket. */
const upgraded = (url: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const headers = {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
    };
    const asked = request(`${url}/socket.io/?EIO=4&transport=websocket&room=${code}`, { headers });
    asked.on('response', (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asked.on('upgrade', (_response, line) => {
      line.destroy();
      resolve(101);
    });
    asked.on('error', reject).end();
  });

const tokens = [freshToken(), freshToken()] as const;

/** The same command, however often it is sent. */
const join = (phone: Player, name: string) => phone.command({ type: 'join', name }, `join-${name}-0123`);

beforeEach(async () => {
  both = await startTwoServers();
  ({ id, code } = await both.a.create());
});

afterEach(async () => {
  expect([both.a.bugs, both.b.bugs]).toEqual([[], []]);
  await both.stop();
});

it('a server in whose room another one has written sends its phones there within about a second', async () => {
  const { a, b } = both;
  const token = freshToken();
  const ada = await seated(a, 'Ada', token);
  const others = [
    a.phone(code, undefined, { transports: ['polling'] }),
    a.screen(id, undefined, { code }),
    a.desk(id, undefined, { code }),
  ];
  expect(await Promise.all(others.map((one) => one.arrived()))).toEqual([null, null, null]);
  const desk = await drive(b, toFirst, openFirst);
  const since = performance.now();
  const all = [ada, ...others];
  await Promise.all(all.map((one) => one.until(({ bye }) => bye !== null)));
  expect(performance.now() - since).toBeLessThan(2_500);
  expect(all.map(({ bye }) => bye?.code)).toEqual(all.map(() => 'server-moved'));
  await expect.poll(() => all.filter(({ socket }) => socket.connected)).toEqual([]);
  expect(a.rooms.held()).toEqual([]);
  expect(a.told).toContainEqual({ event: 'room-moved', session: id });
  expect(a.standing.shut).toBeNull();

  const again = await back(b, token);
  await again.until(isOpen);
  expect(await again.command(FIRST_ANSWER)).toMatchObject({ ok: true });
  expect(desk.bye).toBeNull();
  expect(b.rooms.held()).toMatchObject([{ id, connections: 2 }]);
});

it('whoever comes to a server that is behind is shown what has happened elsewhere, and nothing older', async () => {
  const { a, b } = both;
  const token = freshToken();
  await seated(a, 'Ada', token);
  const desk = await drive(b, toFirst, openFirst);
  const seen = desk.seq;
  const phone = await back(a, token);
  expect(phone.frames[0]?.seq).toBeGreaterThanOrEqual(seen);
  expect(isOpen(phone)).toBe(true);
});

it('two who are sent at once to two servers are both let in, each once, and the room stays at one of them', async () => {
  const { a, b } = both;
  const [ada, bo] = [a.phone(code, tokens[0]), a.phone(code, tokens[1])];
  expect(await Promise.all([ada.arrived(), bo.arrived()])).toEqual([null, null]);
  const cy = b.phone(code);
  expect(await cy.arrived()).toBeNull();
  const asked = [join(ada, 'Ada'), join(cy, 'Cy'), join(bo, 'Bo')];
  await Promise.all([ada.until(isSentOn), bo.until(isSentOn)]);
  expect((await asked[1])?.ok).toBe(true);
  const again = [b.phone(code, tokens[0]), b.phone(code, tokens[1])] as const;
  expect(await Promise.all(again.map((phone) => phone.arrived()))).toEqual([null, null]);
  expect((await Promise.all([join(again[0], 'Ada'), join(again[1], 'Bo')])).map(({ ok }) => ok)).toEqual([
    true,
    true,
  ]);
  expect((await both.log.read(id)).filter(({ event }) => event.type === 'seat-joined')).toHaveLength(3);
  expect([a, b].map(({ rooms }) => rooms.held().length)).toEqual([0, 1]);
});

it('nobody is refused because of what has passed elsewhere: an answer to a step that another server has opened', async () => {
  const { a, b } = both;
  const token = freshToken();
  const ada = await seated(a, 'Ada', token);
  await drive(b, toFirst, openFirst);
  const ack = await ada.command(FIRST_ANSWER, 'answer-of-ada');
  expect(ack).toEqual({ ok: false, code: 'server-moved' });
  await ada.until(isSentOn);
  const again = await back(b, token);
  expect(await again.command(FIRST_ANSWER, 'answer-of-ada')).toMatchObject({ ok: true });
});

it('a refusal that is true is told, and nobody has to move for it', async () => {
  const { a } = both;
  const ada = await seated(a, 'Ada');
  expect(await ada.command(FIRST_ANSWER)).toEqual({ ok: false, code: 'step-not-open' });
  expect([ada.bye, a.rooms.held().length]).toEqual([null, 1]);
});

it('a server whose log says nothing shuts its doors and sends everybody on, and what it was sent counts once', async () => {
  const { a, b, log } = both;
  const token = freshToken();
  const ada = await seated(a, 'Ada', token);
  const desk = await drive(a, toFirst, openFirst);
  await ada.until(isOpen);
  a.way.cut('silent');
  const first = ada.command(FIRST_ANSWER, 'answer-of-ada');
  const since = performance.now();
  await Promise.all([ada.until(isSentOn), desk.until(({ bye }) => bye !== null)]);
  expect(performance.now() - since).toBeLessThan(7_000);
  expect(a.standing.shut).toBe('server-moved');
  expect(await Promise.race([first, Promise.resolve('no ack')])).not.toMatchObject({ ok: true });
  expect(a.told).toContainEqual({ event: 'stood-back', why: 'log', rooms: 1 });

  const polled = await fetch(`${a.url}/socket.io/?EIO=4&transport=polling&room=${code}`);
  expect([polled.status, await polled.json()]).toEqual([503, { code: 'server-moved' }]);
  expect(await upgraded(a.url)).toBe(503);

  const again = await back(b, token);
  await again.until(isOpen);
  const ack = await again.command(FIRST_ANSWER, 'answer-of-ada');
  expect(ack).toMatchObject({ ok: true });

  a.way.mend();
  await expect.poll(() => a.standing.shut, { timeout: 60_000 }).toBeNull();
  expect(await upgraded(a.url)).toBe(101);
  const last = await back(a, token);
  expect(last.frames[0]?.seq).toBeGreaterThanOrEqual(again.seq);
  expect(await last.command(FIRST_ANSWER, 'answer-of-ada')).toMatchObject({ ok: true });
  expect((await log.read(id)).filter(({ event }) => event.type === 'submitted')).toHaveLength(1);
});

it('what was on its way when a server stood back may land later: it counts once, and its sender gets the ack then', async () => {
  const { a, log } = both;
  const [ofAda, ofBo] = tokens;
  const [ada, bo] = [await seated(a, 'Ada', ofAda), await seated(a, 'Bo', ofBo)];
  await drive(a, toFirst, openFirst);
  await Promise.all([ada.until(isOpen), bo.until(isOpen)]);
  a.way.cut('silent');
  const acks = [ada, bo].map((phone) => phone.command(FIRST_ANSWER, `answer-of-${phone.own?.seat}`));
  await Promise.all([ada.until(isSentOn), bo.until(isSentOn)]);
  a.way.mend();
  await expect.poll(() => a.standing.shut, { timeout: 60_000 }).toBeNull();
  const again = [await back(a, ofAda), await back(a, ofBo)];
  // Nobody counts who was connected to the room that is gone.
  expect(a.rooms.held()).toMatchObject([{ id, connections: 2 }]);
  await Promise.all(again.map((phone) => phone.until(isOpen)));
  for (const phone of again)
    expect(await phone.command(FIRST_ANSWER, `answer-of-${phone.own?.seat}`)).toMatchObject({ ok: true });
  expect((await log.read(id)).filter(({ event }) => event.type === 'submitted')).toHaveLength(2);
  expect(await Promise.race([...acks, Promise.resolve(null)])).not.toMatchObject({ ok: true });
  for (const { frames } of again) {
    const seqs = frames.map(({ seq }) => seq);
    expect(seqs).toEqual([...seqs].sort((one, other) => one - other));
  }
});

it('a server that is drained shuts its doors for good, and sends its phones on with what they had sent acked', async () => {
  const { a, b } = both;
  const token = freshToken();
  const ada = await seated(a, 'Ada', token);
  await drive(a, toFirst, openFirst);
  await ada.until(isOpen);
  const acked = ada.command(FIRST_ANSWER);
  await new Promise<void>((resolve) => ada.socket.emit('probe', resolve));
  await a.standing.drain();
  expect(await acked).toMatchObject({ ok: true });
  await ada.until(isSentOn);
  expect(ada.bye).toEqual({ code: 'server-moved' });
  expect([a.standing.shut, a.rooms.held()]).toEqual(['server-stopping', []]);
  const again = await back(b, token);
  expect(again.own?.step).toMatchObject({ submission: FIRST_ANSWER.submission });
});
