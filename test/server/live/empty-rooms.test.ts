import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Lesson } from '#shared/lessons/lesson';
import type { HostCommand } from '#shared/session/commands';
import { openClassroom, type Classroom } from '../../../server/classroom';
import { startSession } from '../../../server/http/sessions';
import { ALONE, LOOK } from '../../../server/live/empty-rooms';
import { retain } from '../../../server/storage/retention';
import type { SessionLog } from '../../../server/storage/log/port';
import { openStorage, type Storage } from '../../../server/storage/prisma/open';
import { trainHere } from '../../support/engine';
import { temporaryFolder } from '../../support/folder';
import { threadScripts } from '../../support/threads';
import { lessons } from '../../support/lessons';
import { sql } from '../../support/sql';
import { sqliteLog } from '../../support/sqlite-log';
import { settled, VirtualClock } from '../../support/virtual-clock';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.now();
const lesson = lessons[0] as Lesson;

let own: ReturnType<typeof temporaryFolder>;
let storage: Storage;
let log: SessionLog;
let clock: VirtualClock;
/** Hours in which no server ran, or the computer slept, ms. */
let away: number;
let classroom: Classroom;
let id: string;
const bugs: unknown[] = [];

const today = () => new Date(START + clock.now() + away);

async function open(): Promise<void> {
  const stores = { log, storage, shared: false };
  classroom = await openClassroom(
    stores,
    { train: trainHere },
    () => undefined,
    (bug) => bugs.push(bug),
    { clock, today },
  );
  await storage.sessions.get('none');
}

beforeEach(async () => {
  own = temporaryFolder();
  const opened = await openStorage(
    join(own.path, 'trainoff.db'),
    resolve('prisma/migrations'),
    threadScripts,
  );
  if (!opened.ok) throw new Error(opened.error);
  storage = opened.value;
  log = await sqliteLog(own.path);
  clock = new VirtualClock();
  away = 0;
  await storage.teachers.add({ id: 'teacher', name: 'Ada', passwordHash: '' });
  await open();
  const { rooms } = classroom;
  const started = await startSession({ rooms, sessions: storage.sessions }, lesson, 'teacher');
  if (!started.ok) throw new Error(started.error);
  id = started.value;
});

afterEach(async () => {
  await classroom.close();
  await log.close();
  await storage.close();
  own.remove();
  expect(bugs).toEqual([]);
});

/** Passes time look by look, each with all that it asks the disk. */
async function pass(ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= LOOK) {
    await clock.advance(Math.min(left, LOOK));
    await classroom.looked();
  }
}

const room = () => classroom.rooms.get(id);
const isOver = async () => (await room()?.facts())?.ended ?? true;
const host = (command: HostCommand, name: string) =>
  room()?.execute({ id: `host/${name}`, actor: { role: 'host', command }, claim: null });

/** When the list says that it ended, in hours from the start. */
async function endedAfter(): Promise<number> {
  await classroom.close();
  const row = await storage.sessions.get(id);
  await open();
  return Math.round(((row?.endedAt?.getTime() ?? NaN) - START) / HOUR);
}

async function restartAfter(ms: number): Promise<void> {
  await classroom.close();
  away += ms;
  await open();
  await classroom.looked();
}

describe('a session that nobody ends', () => {
  it('ends by itself after twelve hours without anybody, and was over when somebody was last there', async () => {
    await pass(ALONE);
    expect(await isOver()).toBe(false);
    await pass(LOOK);
    expect(await isOver()).toBe(true);
    expect((await log.read(id)).at(-1)?.event).toEqual({ type: 'session-ended', why: 'nobody-there' });
    expect(await log.running()).toEqual([]);
    expect(await endedAfter()).toBe(0);
  });

  it.each([
    ['a seat', () => room()?.arrive('seat-1'), () => room()?.leave('seat-1')],
    ['a desk or a projector', () => room()?.lookOn(1), () => room()?.lookOn(-1)],
  ])('goes on for a day while %s is connected, and twelve hours longer', async (_who, come, go) => {
    come();
    await pass(DAY);
    expect(await isOver()).toBe(false);
    go();
    await pass(ALONE);
    expect(await isOver()).toBe(false);
    await pass(2 * LOOK);
    expect(await isOver()).toBe(true);
    expect(await endedAfter()).toBe(24);
  });

  it('goes on after something has happened in it, or somebody was there for a moment', async () => {
    await pass(8 * HOUR);
    await host({ type: 'lock' }, 'lock');
    await pass(8 * HOUR);
    room()?.lookOn(1);
    room()?.lookOn(-1);
    await pass(8 * HOUR);
    expect(await isOver()).toBe(false);
    await pass(5 * HOUR);
    expect(await isOver()).toBe(true);
  });

  it('ends after a restart that comes too late, but not before its teacher could come back', async () => {
    await pass(2 * LOOK);
    await restartAfter(400 * DAY);
    expect(await isOver()).toBe(false);
    await pass(LOOK);
    expect(await isOver()).toBe(true);
    expect(await endedAfter()).toBe(0);
  });

  it('counts the hours on through restarts, one a day', async () => {
    await pass(2 * LOOK);
    for (let n = 0; n < 2; n++) await restartAfter(5 * HOUR);
    await pass(LOOK);
    expect(await isOver()).toBe(false);
    await restartAfter(3 * HOUR);
    await pass(LOOK);
    expect(await isOver()).toBe(true);
  });

  it('waits for whoever opens the lid of a computer that has slept all night', async () => {
    await pass(2 * LOOK);
    away += 13 * HOUR;
    await pass(LOOK);
    expect(await isOver()).toBe(false);
    room()?.lookOn(1);
    await pass(2 * LOOK);
    expect(await isOver()).toBe(false);
  });

  it('and that began before anybody looked has its twelve hours from now', async () => {
    sql(own.path, 'UPDATE Session SET activeAt = NULL');
    await restartAfter(400 * DAY);
    await pass(ALONE - LOOK);
    expect(await isOver()).toBe(false);
    await pass(3 * LOOK);
    expect(await isOver()).toBe(true);
  });

  it('is deleted by date of whoever was last there', async () => {
    await pass(2 * LOOK);
    await restartAfter(400 * DAY);
    await pass(LOOK);
    await endedAfter();
    const erased: string[] = [];
    const erase = (session: string) => Promise.resolve(erased.push(session) > 0);
    const stop = retain({
      ...{ erase, days: 30, clock, today },
      sessions: storage.sessions,
      onBug: (bug) => bugs.push(bug),
    });
    while (erased.length === 0) await settled();
    expect(erased).toEqual([id]);
    await stop();
  });
});

it('an end that a server died over is listed at its hour', async () => {
  await pass(2 * LOOK);
  await restartAfter(100 * DAY);
  await pass(LOOK);
  await endedAfter();
  sql(own.path, 'UPDATE Session SET endedAt = NULL');
  await restartAfter(DAY);
  expect(await endedAfter()).toBe(0);
});
