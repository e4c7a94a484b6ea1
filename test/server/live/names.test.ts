import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import type { DeskRequest, PhoneRequest, RosterFrame } from '#shared/protocol';
import type { Channel } from '../../../server/live/channel';
import type { RoomHandle } from '../../../server/live/handle';
import { Rooms } from '../../../server/live/rooms';
import { deskCommand, phoneCommand } from '../../../server/live/sockets/requests';
import { memoryLog } from '../../../server/storage/log/memory';
import type { SessionLog } from '../../../server/storage/log/port';
import { table } from '../../names/table';
import { told } from '../../names/told';
import { trainHere } from '../../support/engine';
import { lessons } from '../../support/lessons';
import { VirtualClock } from '../../support/virtual-clock';

const [LESSON] = lessons;
const TEACHER = 'teacher-1';

let clock: VirtualClock;
let log: SessionLog;
let rooms: Rooms;
let room: RoomHandle;
let asked = 0;

const open = () =>
  Rooms.open({
    ...{ log, clock, train: trainHere },
    teachersName: (teacher) => Promise.resolve(teacher === TEACHER ? 'Anna Rossi' : null),
    onEnded: () => undefined,
    onTakenUp: () => undefined,
    onPutAside: () => undefined,
  });

beforeEach(async () => {
  clock = new VirtualClock();
  log = memoryLog();
  rooms = await open();
  const begun = await rooms.create({ lesson: LESSON as (typeof lessons)[number], host: TEACHER });
  if (!begun.ok) throw new Error(begun.error);
  room = rooms.get(begun.value.id) as RoomHandle;
});

afterEach(() => rooms.close());

/** A phone's request as a socket brings it; null: it is done. */
async function phone(request: PhoneRequest) {
  const token = `token-${asked++}`;
  const command = phoneCommand(`${asked}`, request, { token, seat: null });
  const ack = command.ok ? await room.execute(command.value) : { ok: false as const, code: command.error };
  const seat = await room.admit(token);
  return { ack, seat: seat.ok ? seat.value : null };
}

const join = (name: string) => phone({ type: 'join', name });

async function desk(request: DeskRequest) {
  const command = deskCommand(`${asked++}`, request);
  return command.ok ? room.execute(command.value) : { ok: false as const, code: command.error };
}

async function seated(name: string): Promise<string> {
  const { ack, seat } = await join(name);
  if (!ack.ok || seat === null) throw new Error('no seat');
  return seat;
}

const rename = (seat: string, name: string) => desk({ type: 'rename', seat, name });

const names = async () => [...(await log.names(room.id)).values()];

describe('what a name becomes is the same for a phone that joins and for a desk that renames', () => {
  test.each(table.map((row) => [told(row.typed), row] as const))('%s', async (_name, { typed, becomes }) => {
    const seat = await seated('Somebody');
    const renamed = await rename(seat, typed);
    if ('code' in becomes) {
      expect(renamed).toEqual({ ok: false, code: becomes.code });
      expect((await join(typed)).ack).toEqual(renamed);
      expect(await names()).toEqual(['Somebody']);
      return;
    }
    expect(renamed).toMatchObject({ ok: true });
    expect(await names()).toEqual([becomes.text]);
    expect((await join(typed)).ack).toMatchObject({ ok: false, code: 'name-taken' });
    expect(await rename(seat, 'Somebody')).toMatchObject({ ok: true });
    expect((await join(typed)).ack).toMatchObject({ ok: true });
    expect(await names()).toEqual(['Somebody', becomes.text]);
  });
});

const LIKE_ANNA = ['Anna', 'ANNA', 'Anna ', 'Аnnа', 'A\uFE00nna', 'An\u200Bna', 'ΑΝΝΑ', 'Ａｎｎａ'];

describe('in a room with an Anna', () => {
  it.each(LIKE_ANNA)('%s is taken, and another one is offered', async (alike) => {
    await seated('Anna');
    const { ack } = await join(alike);
    expect(ack).toMatchObject({ ok: false, code: 'name-taken' });
    expect((await join((ack as { free: string }).free)).ack).toMatchObject({ ok: true });
    const other = await seated('Bo');
    expect(await rename(other, alike)).toMatchObject({ ok: false, code: 'name-taken' });
  });

  it.each(LIKE_ANNA)('she herself may be called %s', async (alike) => {
    const anna = await seated('Anna');
    expect(await rename(anna, alike)).toMatchObject({ ok: true });
    expect((await join('anna')).ack).toMatchObject({ ok: false, code: 'name-taken' });
  });

  it('what looked like her is free once she has another name', async () => {
    const anna = await seated('Anna');
    await rename(anna, 'Bo');
    expect((await join('Аnnа')).ack).toMatchObject({ ok: true });
  });
});

describe('the name of the teacher, Anna Rossi, is no student’s', () => {
  it.each(['Anna Rossi', 'anna  rossi', 'Аnnа Rоssі', 'Anna\u200B Rossi'])('%s', async (alike) => {
    const { ack } = await join(alike);
    expect(ack).toMatchObject({ ok: false, code: 'name-reserved' });
    expect((await join((ack as { free: string }).free)).ack).toMatchObject({ ok: true });
    const seat = await seated('Bo');
    expect(await rename(seat, alike)).toMatchObject({ ok: false, code: 'name-reserved' });
  });

  it('Anna is free, and so is Rossi', async () => {
    await seated('Anna');
    await seated('Rossi');
  });

  it('nor is it after a restart', async () => {
    await rooms.close();
    rooms = await open();
    room = rooms.get(room.id) as RoomHandle;
    expect((await join('ANNA ROSSI')).ack).toMatchObject({ ok: false, code: 'name-reserved' });
  });
});

describe('what an earlier release let in', () => {
  /** Names as its personal table holds them: not checked, and compared by their letters alone. */
  const EARLIER = ['\u3164', 'Anna', 'Аnna', 'Anna Rossi', 'q\u0300\u0301\u0302\u0303\u0304'];

  let seats: string[];

  beforeEach(async () => {
    seats = [];
    for (const [i] of EARLIER.entries()) seats.push(await seated(`Seat ${i}`));
    await rooms.close();
    const stored = await log.names(room.id);
    const rows = new Map([...stored.keys()].map((row, i) => [row, EARLIER[i] ?? ''] as const));
    log = { ...log, names: () => Promise.resolve(rows) };
    rooms = await open();
    room = rooms.get(room.id) as RoomHandle;
  });

  it('is shown as it was', async () => {
    const shown = new Map<string, string>();
    const nothing = () => undefined;
    const heard: Channel = {
      ...{
        greet: nothing,
        toRoom: nothing,
        toSeat: nothing,
        pulse: nothing,
        dismiss: nothing,
        dismissAll: nothing,
      },
      roster: (text) => {
        for (const row of (JSON.parse(text) as RosterFrame).rows) shown.set(row.seat, row.name);
      },
    };
    rooms.wire({ channel: () => heard, address: () => 'http://school.test', gone: () => undefined });
    room.lookOn(1);
    for (const seat of seats) room.arrive(seat);
    await clock.advance(2_000);
    expect(seats.map((seat) => shown.get(seat))).toEqual(EARLIER);
  });

  it('is taken for who comes now', async () => {
    for (const alike of ['Anna', 'ANNA', 'Аnna'])
      expect((await join(alike)).ack).toMatchObject({ ok: false, code: 'name-taken' });
  });
});
