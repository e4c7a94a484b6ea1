import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Lesson } from '#shared/lessons/lesson';
import type { Ack } from '#shared/protocol';
import { Rooms } from '../../../../server/live/rooms';
import type { SentCommand } from '../../../../server/live/sent-command';
import type { SessionLog } from '../../../../server/storage/log/port';
import { temporaryDatabase } from '../../../support/database';
import { trainHere } from '../../../support/engine';
import { lessons } from '../../../support/lessons';
import { openPostgresLog } from '../../../support/postgres-log';

const STUDENTS = 40;

let database: Awaited<ReturnType<typeof temporaryDatabase>>;
let logs: SessionLog[];
let servers: Rooms[];

const open = (log: SessionLog) =>
  Rooms.open({
    ...{ log, train: trainHere },
    onEnded: () => undefined,
    onTakenUp: () => undefined,
    onPutAside: () => undefined,
  });

beforeEach(async () => {
  database = await temporaryDatabase();
  logs = [await openPostgresLog(database.url), await openPostgresLog(database.url)];
  servers = [];
});
afterEach(async () => {
  for (const server of servers) await server.close();
  for (const log of logs) await log.close();
  await database.remove();
});

const id = () => randomBytes(9).toString('base64url');

const join = (name: string): SentCommand => {
  const row = id();
  const command = { type: 'join', seat: id(), name: row, token: id() } as const;
  return {
    id: `join/${name}`,
    actor: { role: 'newcomer', command },
    claim: { row, text: name, folded: name },
  };
};

it('two servers that both think a session is theirs lose nothing, double nothing, and end up with the same', async () => {
  const [first, second] = logs as [SessionLog, SessionLog];
  const one = await open(first);
  servers.push(one);
  const created = await one.create({ lesson: lessons[0] as Lesson, host: 'ada' });
  if (!created.ok) throw new Error(created.error);
  const session = created.value.id;
  const other = await open(second);
  servers.push(other);
  const rooms = [one.get(session), other.get(session)];

  /** Sends as a phone does: the same command again, to whichever server, until it is acked. */
  const sent = async (command: SentCommand, at: number): Promise<Ack> => {
    for (let turn = at; ; turn++) {
      const ack = await rooms[turn % 2]?.execute(command);
      if (ack?.ok === true || ack?.code !== 'storage-failed')
        return ack ?? { ok: false, code: 'unknown-session' };
    }
  };
  const acks = await Promise.all(Array.from({ length: STUDENTS }, (_, i) => sent(join(`student ${i}`), i)));
  expect(acks.filter(({ ok }) => !ok)).toEqual([]);

  const events = await first.read(session);
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, i) => i + 1));
  expect(events.filter(({ event }) => event.type === 'seat-joined')).toHaveLength(STUDENTS);
  expect((await second.names(session)).size).toBe(STUDENTS);
  // Who has only looked on finds out with the next thing that happens there.
  for (const [i, room] of rooms.entries()) {
    await sent(join(`late ${i}`), i);
    expect(await room?.facts()).toMatchObject({ students: STUDENTS + i + 1 });
  }
});

it('a name goes to one of two who ask two servers for it, and the other one hears that it is taken', async () => {
  const [first, second] = logs as [SessionLog, SessionLog];
  const one = await open(first);
  const created = await one.create({ lesson: lessons[0] as Lesson, host: 'ada' });
  if (!created.ok) throw new Error(created.error);
  const other = await open(second);
  servers.push(one, other);
  const rooms = [one, other].map((server) => server.get(created.value.id));
  const acks = await Promise.all(
    rooms.flatMap((room, i) => room?.execute({ ...join('Ada'), id: `join/${i}` }) ?? []),
  );
  expect(acks.map((ack) => (ack.ok ? 'ok' : ack.code)).sort()).toEqual(['name-taken', 'ok']);
});
