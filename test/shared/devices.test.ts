import { describe, expect, test } from 'vitest';
import { race } from '#shared/activities/race/index';
import { KICKED_UNMARKED, MOST_WAITING } from '#shared/session/devices';
import { pendingJobs, resultId } from '#shared/session/ledger/jobs';
import { common, own, rosterRow } from '#shared/session/views';
import { train } from '#shared/training/train';
import { allHere, classOf, names, tokenOf, type Classroom } from '../support/session';
import { lessonOf, single } from '../support/lesson';

const { config } = race.examples[0]!;
const racing = { id: 'race', kind: 'race', config: { ...config, attempts: 20 } } as const;
const lesson = lessonOf(single(racing), single());

/** A configuration for each number. */
const tried = (i: number) => ({ layers: [1 + (i % 8)], rate: 0.1, epochs: 1 + Math.floor(i / 8) });

/** Joins with a mark; null: without one. */
const joinAt = (room: Classroom, seat: string, device: string | null, network = 'net') =>
  room.send({
    role: 'newcomer',
    command: {
      ...{ type: 'join', seat, name: `row-${seat}`, token: tokenOf(seat), network },
      ...(device !== null && { device }),
    },
  });

const seats = (count: number, name = 'seat') => Array.from({ length: count }, (_, i) => `${name}-${i}`);

describe('devices', () => {
  test('R106 a seat is at its device, one without a mark with its network, and one of which nothing is known alone', () => {
    const room = classOf(lesson, ['ada', 'ben']);
    for (const seat of ['cleo', 'dan']) joinAt(room, seat, 'tablet');
    for (const seat of ['eva', 'fay']) joinAt(room, seat, null);
    expect([...room.state.devices].map(([device, at]) => [device, [...at]])).toEqual([
      ['ada', ['ada']],
      ['ben', ['ben']],
      ['tablet', ['cleo', 'dan']],
      ['net', ['eva', 'fay']],
    ]);
    room.host({ type: 'issue-ticket', seat: 'cleo', ticket: 'ticket' });
    const command = {
      type: 'take-seat',
      ticket: 'ticket',
      token: 'other',
      device: 'phone',
      network: 'mobile',
    };
    room.send({ role: 'newcomer', command: command as never });
    expect(room.state.seats.get('cleo')).toMatchObject({ device: 'phone', network: 'mobile' });
    expect([...(room.state.devices.get('tablet') ?? [])]).toEqual(['dan']);
  });

  test('R107 who was sent out does not come in again from that device, and nobody else is touched', () => {
    const room = classOf(lesson, []);
    joinAt(room, 'ada', 'phone of ada');
    joinAt(room, 'friend', 'phone of a friend');
    room.host({ type: 'kick', seat: 'ada' });
    expect(joinAt(room, 'ada-again', 'phone of ada')).toBe('device-kicked');
    expect(joinAt(room, 'ben', 'phone of ben')).toEqual(['seat-joined']);
    expect(room.state.seats.get('friend')?.kicked).toBe(false);
    // The desk may show that device a ticket.
    room.host({ type: 'issue-ticket', seat: 'friend', ticket: 'ticket' });
    const ticket = { type: 'take-seat', ticket: 'ticket', token: 'new', device: 'phone of ada' } as const;
    expect(room.send({ role: 'newcomer', command: ticket })).toEqual(['seat-moved']);
    room.host({ type: 'readmit', seat: 'ada' });
    expect(joinAt(room, 'sister', 'phone of ada')).toEqual(['seat-joined']);
  });

  test('R107 without a mark it takes ten, and another network is another device', () => {
    const room = classOf(lesson, []);
    const many = seats(KICKED_UNMARKED);
    for (const seat of many) joinAt(room, seat, null);
    room.host({ type: 'kick-seats', seats: many.slice(1) });
    expect(joinAt(room, 'late', null)).toEqual(['seat-joined']);
    room.host({ type: 'kick', seat: 'seat-0' });
    expect(joinAt(room, 'later', null)).toBe('room-locked');
    expect(joinAt(room, 'elsewhere', null, 'mobile')).toEqual(['seat-joined']);
    expect(joinAt(room, 'marked', 'phone')).toEqual(['seat-joined']);
  });

  test('R108 of one device 32 configurations wait at once, whichever its seats; others are not held up', () => {
    const room = classOf(lesson, ['zoe']);
    const many = seats(4);
    for (const seat of many) joinAt(room, seat, 'script');
    room.opened(0);
    for (let i = 0; i < MOST_WAITING; i++)
      expect(room.submit(many[i % 4]!, 0, tried(i))).toEqual(['submitted']);
    expect(room.submit('seat-0', 0, tried(MOST_WAITING))).toBe('too-fast');
    expect(room.submit('seat-0', 0, tried(1))).toEqual(['submitted']);
    expect(room.submit('zoe', 0, tried(MOST_WAITING))).toEqual(['submitted']);
    const [{ step, job, request, device }] = pendingJobs(room.state) as [ReturnType<typeof pendingJobs>[0]];
    expect(device).toBe('script');
    room.server({ type: 'result', step, job, result: train(request(room.state)) }, resultId(step, job));
    expect(room.submit('seat-0', 0, tried(MOST_WAITING + 1))).toEqual(['submitted']);
    // Nor does what kicked seats had sent count.
    expect(room.submit('seat-0', 0, tried(MOST_WAITING + 2))).toBe('too-fast');
    room.host({ type: 'kick-seats', seats: many.slice(1) });
    expect(room.submit('seat-0', 0, tried(MOST_WAITING + 2))).toEqual(['submitted']);
  });

  test('R109 many seats go, and come back, by one command and in one event', () => {
    const room = classOf(lesson, ['ada', 'ben', 'cleo']);
    const all = ['ada', 'nobody', 'ben', 'ada'];
    expect(room.host({ type: 'kick-seats', seats: all })).toEqual(['seats-kicked']);
    expect(room.log.at(-1)?.event).toEqual({ type: 'seats-kicked', seats: ['ada', 'ben'] });
    expect(room.host({ type: 'kick-seats', seats: all })).toEqual([]);
    expect(room.submit('ada', 0, tried(0))).toBe('kicked');
    room.host({ type: 'readmit', seat: 'ben' });
    expect(room.host({ type: 'readmit-seats', seats: all })).toEqual(['seats-readmitted']);
    expect([...room.state.seats.values()].some(({ kicked }) => kicked)).toBe(false);
    expect(room.host({ type: 'readmit-seats', seats: all })).toEqual([]);
  });

  test('R110 the desk alone hears of devices', () => {
    const room = classOf(lesson, []).wait(5_000);
    joinAt(room, 'ada', 'the-device', 'the-network');
    expect(rosterRow(room.state, 'ada', names, allHere)).toMatchObject({
      ...{ device: 'the-device', network: 'the-network', joinedAt: 5_000 },
    });
    const shown = [common(room.state, 'phone', names), common(room.state, 'screen', names)];
    expect(JSON.stringify([...shown, own(room.state, 'ada', names)])).not.toMatch(/the-device|the-network/);
  });
});
