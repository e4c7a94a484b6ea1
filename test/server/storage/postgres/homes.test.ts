import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Lesson } from '#shared/lessons/lesson';
import type { Ack, RosterFrame } from '#shared/protocol';
import type { Rooms } from '../../../../server/live/rooms';
import type { SentCommand } from '../../../../server/live/sent-command';
import type { SessionLog } from '../../../../server/storage/log/port';
import { temporaryDatabase } from '../../../support/database';
import { beginAt, joining, startHome } from '../../../support/homes';
import { lessons } from '../../../support/lessons';
import { openPostgresLog } from '../../../support/postgres-log';

const STUDENTS = 60;

let database: Awaited<ReturnType<typeof temporaryDatabase>>;
let logs: SessionLog[];
let servers: Awaited<ReturnType<typeof startHome>>[];
let session: string;
let code: string;

beforeEach(async () => {
  database = await temporaryDatabase();
  logs = [await openPostgresLog(database.url), await openPostgresLog(database.url)];
  servers = [];
  for (const log of logs) servers.push(await startHome({ log }));
  ({ id: session, code } = await beginAt((servers[0] as (typeof servers)[0]).rooms, lessons[0] as Lesson));
});
afterEach(async () => {
  for (const { rooms } of servers) await rooms.close();
  for (const log of logs) await log.close();
  await database.remove();
});

const roomsOf = (server: number): Rooms => (servers[server % 2] as (typeof servers)[0]).rooms;

/** Sends as a phone does: the same command again, to whichever server lets it in, until it is acked. */
async function sent(command: SentCommand, from: number, times = { moved: 0 }): Promise<Ack> {
  for (let server = from; ; server++) {
    const room = await roomsOf(server).at(code);
    const ack = await room?.execute(command);
    if (ack?.ok === true) return ack;
    if (ack?.code !== 'storage-failed' && ack?.code !== 'server-moved')
      return ack ?? { ok: false, code: 'unknown-code' };
    if (ack.code === 'server-moved') times.moved += 1;
  }
}

/** What a desk that comes to this server is shown of the class. */
async function rosterAt(server: number): Promise<RosterFrame['rows']> {
  const room = await roomsOf(server).at(code);
  room?.greet('a desk', { role: 'desk' });
  await room?.execute(joining('student-0'));
  const greeting = servers[server]?.said.greetings.at(-1);
  if (!greeting || greeting.refusal !== null) throw new Error('the desk was not let in');
  return (JSON.parse(greeting.roster ?? '') as RosterFrame).rows;
}

it('two servers that both have a session lose nothing, double nothing, and end up with the same', async () => {
  const times = { moved: 0 };
  for (const { rooms } of servers) await rooms.at(code);
  const acks = await Promise.all(
    Array.from({ length: STUDENTS }, (_, i) => sent(joining(`student-${i}`), i, times)),
  );
  expect(acks.filter(({ ok }) => !ok)).toEqual([]);
  expect(times.moved).toBeGreaterThan(0);

  const events = await (logs[0] as SessionLog).read(session);
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, i) => i + 1));
  const joined = events.filter(({ event }) => event.type === 'seat-joined');
  expect(new Set(joined.map(({ command }) => command)).size).toBe(STUDENTS);
  expect(joined).toHaveLength(STUDENTS);
  for (const [i, ack] of acks.entries())
    expect(events.find(({ command }) => command === `join/student-${i}`)?.seq).toBeLessThanOrEqual(
      ack.ok ? ack.seq : 0,
    );
  for (const log of logs) expect((await log.names(session)).size).toBe(STUDENTS);

  // Both are asked anew: who has only looked on finds out by the log's head.
  for (const { rooms } of servers) await rooms.letGo(session);
  const rosters = [await rosterAt(0), await rosterAt(1)];
  expect(rosters[0]).toEqual(rosters[1]);
  expect(rosters[0]).toHaveLength(STUDENTS);
});

it('once people come to one of them only, that one has it, and the other one finds out as it is asked', async () => {
  const [home, old] = [roomsOf(0), roomsOf(1)];
  const behind = await old.at(code);
  for (let i = 0; i < 5; i++) expect(await sent(joining(`student-${i}`), 0)).toMatchObject({ ok: true });
  expect(await behind?.execute(joining('late'))).toEqual({ ok: false, code: 'server-moved' });
  await old.letGo(session);
  expect([home.held().map(({ id }) => id), old.held()]).toEqual([[session], []]);
  expect(await home.get(session)?.facts()).toMatchObject({ students: 5 });
  expect(await (await old.at(code))?.facts()).toMatchObject({ students: 5 });
});

it('the one that somebody comes to has it within a second, though the class answers on the other all the time', async () => {
  const [home, comer] = [roomsOf(0), roomsOf(1)];
  const room = await home.at(code);
  const acks: Promise<Ack>[] = [];
  const sending = setInterval(() => {
    if (room) acks.push(room.execute(joining(`student-${acks.length}`)));
  }, 5);
  try {
    await expect.poll(() => acks.length).toBeGreaterThan(20);
    const came = performance.now();
    const here = await comer.of(session);
    expect(performance.now() - came).toBeLessThan(1_000);
    await expect.poll(() => home.held()).toEqual([]);
    expect(comer.get(session)).toBe(here);
  } finally {
    clearInterval(sending);
  }
  const seats = new Set((await comer.get(session)?.named())?.values());
  const acked = (await Promise.all(acks)).flatMap(({ ok }, i) => (ok ? [`student-${i}`] : []));
  expect(acked.length).toBeGreaterThan(20);
  expect(acked.filter((seat) => !seats.has(seat))).toEqual([]);
  const events = await (logs[0] as SessionLog).read(session);
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, i) => i + 1));
});

it('a hall that comes to two servers at once loads it once on each', async () => {
  const rooms = await Promise.all(Array.from({ length: 200 }, (_, i) => roomsOf(i).at(code)));
  expect(new Set(rooms).size).toBe(2);
  const types = (await (logs[1] as SessionLog).read(session)).map(({ event }) => event.type);
  expect(types.slice(0, 2)).toEqual(['session-created', 'session-resumed']);
  expect(types.length).toBeLessThanOrEqual(3);
});
