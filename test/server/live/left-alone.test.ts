import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Lesson } from '#shared/lessons/lesson';
import { EVENT_VERSION } from '#shared/session/events';
import { openClassroom, type Classroom } from '../../../server/classroom';
import { startSession } from '../../../server/http/sessions';
import { ALONE, LOOK } from '../../../server/live/empty-rooms';
import { memoryLog } from '../../../server/storage/log/memory';
import type { SessionLog } from '../../../server/storage/log/port';
import { openStorage, type Storage } from '../../../server/storage/prisma/open';
import { trainHere } from '../../support/engine';
import { temporaryFolder } from '../../support/folder';
import { asHost, joining, startHome } from '../../support/homes';
import { lessons } from '../../support/lessons';
import { threadScripts } from '../../support/threads';
import { VirtualClock } from '../../support/virtual-clock';

const HOUR = 3_600_000;
const START = Date.now();

let own: ReturnType<typeof temporaryFolder>;
let storage: Storage;
let log: SessionLog;
let clock: VirtualClock;
let servers: Classroom[];
let session: string;
const bugs: unknown[] = [];

const today = () => new Date(START + clock.now());

/** One of several servers that share the log and the list. */
const open = () =>
  openClassroom(
    { log, storage, shared: true },
    { train: trainHere },
    () => undefined,
    (bug) => bugs.push(bug),
    { clock, today },
  );

beforeEach(async () => {
  own = temporaryFolder();
  const opened = await openStorage(
    join(own.path, 'trainoff.db'),
    resolve('prisma/migrations'),
    threadScripts,
  );
  if (!opened.ok) throw new Error(opened.error);
  storage = opened.value;
  log = memoryLog();
  clock = new VirtualClock();
  await storage.teachers.add({ id: 'teacher', name: 'Ada', passwordHash: '' });
  servers = [await open(), await open()];
  const { rooms } = servers[0] as Classroom;
  const started = await startSession({ rooms, sessions: storage.sessions }, lessons[0] as Lesson, 'teacher');
  if (!started.ok) throw new Error(started.error);
  session = started.value;
});

afterEach(async () => {
  for (const server of servers) await server.close();
  await storage.close();
  own.remove();
  expect(bugs).toEqual([]);
});

/** Passes time look by look, each with all that it asks the list. */
async function pass(ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= LOOK) {
    await clock.advance(Math.min(left, LOOK));
    for (const server of servers) await server.looked();
  }
}

const ends = async () =>
  (await log.read(session)).filter(({ event }) => event.type === 'session-ended').length;
const held = () => servers.flatMap(({ rooms }) => rooms.held());
const roomAt = async (server: number) => {
  const room = await servers[server]?.rooms.of(session);
  if (!room) throw new Error('nobody found it');
  return room;
};

describe('a session of a shared log that no server has', () => {
  it('ends after twelve hours without anybody, once, whichever servers look, and stays nowhere', async () => {
    await pass(ALONE);
    expect([await ends(), held()]).toEqual([0, []]);
    await pass(2 * LOOK);
    expect([await ends(), held(), await log.running()]).toEqual([1, [], []]);
    for (const server of servers) await server.close();
    servers = [];
    expect((await storage.sessions.get(session))?.endedAt).not.toBeNull();
    expect(await storage.sessions.open()).toEqual([]);
  });

  it('counts its hours from when the last one has gone', async () => {
    await pass(6 * HOUR);
    (await roomAt(1)).connected(1);
    await pass(6 * HOUR);
    (await roomAt(1)).connected(-1);
    await pass(ALONE - LOOK);
    expect([await ends(), held()]).toEqual([0, []]);
    await pass(3 * LOOK);
    expect(await ends()).toBe(1);
  });
});

it('one that only a newer build can read keeps no other from its end, and its code is free once it has ended', async () => {
  const { rooms } = servers[0] as Classroom;
  const started = await startSession({ rooms, sessions: storage.sessions }, lessons[0] as Lesson, 'teacher');
  if (!started.ok) throw new Error(started.error);
  const [newer = '', other = ''] = [session, started.value].sort();
  const code = (await log.find({ session: newer }))?.code ?? '';
  const event = { type: 'room-locked' } as const;
  const events = [{ seq: 2, at: 0, version: EVENT_VERSION + 1, command: null, event }];
  await log.append([{ session: newer, events, claim: null, release: null }]);
  await pass(ALONE + 2 * LOOK);
  expect((await log.running()).map(({ session }) => session)).toEqual([newer]);
  expect((await log.read(other)).at(-1)?.event.type).toBe('session-ended');
  expect(rooms.newer.withCode(code)).toBe(true);
  await log.erase(newer, 'all');
  await pass(LOOK);
  expect(rooms.newer.withCode(code)).toBe(false);
});

it('a session in which somebody is goes on for days, whatever the other servers see of it', async () => {
  const room = await roomAt(0);
  room.connected(1);
  room.lookOn(1);
  await pass(50 * HOUR);
  expect([await ends(), held().length]).toEqual([0, 1]);
});

it('a session that somebody comes to at the last moment is not ended under them', async () => {
  await pass(ALONE + LOOK - 60_000);
  (await roomAt(0)).connected(1);
  await storage.sessions.get(session);
  await pass(2 * LOOK);
  expect(await ends()).toBe(0);
});

it('an end that its server did not live to list is listed by another one that runs', async () => {
  const dying = await startHome({ log, clock });
  const room = await dying.rooms.of(session);
  await room?.execute(asHost({ type: 'end' }));
  expect((await storage.sessions.get(session))?.endedAt).toBeNull();
  await pass(LOOK);
  expect(await storage.sessions.get(session)).toMatchObject({ outcome: { students: 0 } });
  await dying.rooms.close();
});

it('the students of a session that no home has counted are counted where a server starts', async () => {
  const dying = await startHome({ log, clock });
  const room = await dying.rooms.of(session);
  for (const name of ['ben', 'cleo']) await room?.execute(joining(name));
  expect((await storage.sessions.get(session))?.outcome).toBeNull();
  servers.push(await open());
  expect(await storage.sessions.get(session)).toMatchObject({ endedAt: null, outcome: { students: 2 } });
  await dying.rooms.close();
});

it('a session that began while another server started is in the list once', async () => {
  const { rooms } = servers[0] as Classroom;
  const created = await rooms.create({ lesson: lessons[0] as Lesson, host: 'teacher' });
  if (!created.ok) throw new Error(created.error);
  servers.push(await open());
  const { id, code, wall } = created.value;
  const { title, id: lessonId, steps } = lessons[0] as Lesson;
  const row = { id, teacherId: 'teacher', lessonId, title, code, createdAt: new Date(wall) };
  await storage.sessions.add({ ...row, steps: steps.length });
  expect((await storage.sessions.open()).filter((one) => one.id === id)).toMatchObject([row]);
});
