import { describe, expect, test } from 'vitest';
import type { SeatId } from '#shared/session/events';
import { ownCountdown } from '#shared/session/conductor/own-time';
import { GRACE, LEFT_AFTER_RESTART, leftOf } from '#shared/session/conductor/time';
import { pointsOf } from '#shared/session/state';
import { lessonOf, picks, single } from '../support/lesson';
import { at, deadline, mixed, pace, READING, timed, ZERO } from '../support/paces';
import { classOf, type Classroom } from '../support/session';

const own0 = (room: Classroom, seat: SeatId) => ownCountdown(room.state, room.state.steps[0]!, seat);
const leftFor = (room: Classroom, seat: SeatId) => leftOf(own0(room, seat)!, room.at);

describe('time per seat', () => {
  test('R73 a seat has a pace of its own, and setting what is set logs nothing', () => {
    const room = classOf(lessonOf(single()), ['ada']);
    expect(room.state.seats.get('ada')?.pace).toBe(10);
    expect(pace(room, 'ada', 10)).toEqual([]);
    expect(pace(room, 'ada', 13)).toEqual(['seat-paced']);
    expect(pace(room, 'ada', 13)).toEqual([]);
    expect(pace(room, 'ada', null)).toEqual(['seat-paced']);
    expect(pace(room, 'ada', null)).toEqual([]);
    expect(pace(room, 'nobody', 20)).toBe('seat-unknown');
  });

  test('R73 in an open step a new pace holds from the opening', () => {
    const room = at(classOf(lessonOf(single()), ['ada']).opened(0), ZERO + GRACE - 1);
    pace(room, 'ada', 20);
    expect(leftFor(room, 'ada')).toBe(2 * ZERO - room.at);
    pace(room, 'ada', 10);
    expect(leftFor(room, 'ada')).toBe(1 - GRACE);
  });

  test('R74 reading and seconds are multiplied, when voting again or reopening the seconds', () => {
    const room = mixed();
    const opened = { reading: READING, total: 20_000 };
    expect(own0(room, 'ada')).toEqual({ total: 20_000, deadline: ZERO, frozen: null, opened });
    expect(own0(room, 'ben')).toMatchObject({ total: 26_000, deadline: 1.3 * ZERO });
    expect(own0(room, 'cleo')).toMatchObject({ total: 40_000, deadline: 2 * ZERO });
    expect(own0(room, 'dina')).toBeNull();
    room.host({ type: 'close', step: 0 });
    at(room, 100_000).host({ type: 'vote-again', step: 0 });
    expect(own0(room, 'cleo')).toMatchObject({ total: 40_000, deadline: 140_000 });
    room.host({ type: 'close', step: 0 });
    room.host({ type: 'open', step: 0 });
    expect(own0(room, 'ben')).toMatchObject({ total: 26_000, deadline: 126_000 });
  });

  test('R74 an extension is not multiplied, and frozen time stands still for everybody', () => {
    const room = at(mixed(), 1_000);
    room.host({ type: 'extend', step: 0, by: 30_000 });
    expect([leftFor(room, 'ada'), leftFor(room, 'cleo')]).toEqual([ZERO + 29_000, 2 * ZERO + 29_000]);
    room.host({ type: 'freeze', step: 0 });
    room.wait(500_000);
    expect([leftFor(room, 'ada'), leftFor(room, 'cleo')]).toEqual([ZERO + 29_000, 2 * ZERO + 29_000]);
    room.host({ type: 'unfreeze', step: 0 });
    expect(own0(room, 'ben')?.deadline).toBe(room.at + 1.3 * ZERO + 29_000);
  });

  test('R74 a restart gives everybody at least 5 s', () => {
    const room = at(timed(), ZERO + GRACE);
    deadline(room);
    room.wait(10_000).server({ type: 'resume' });
    expect(leftFor(room, 'ada')).toBe(LEFT_AFTER_RESTART);
    expect(leftFor(room, 'cleo')).toBe(LEFT_AFTER_RESTART + ZERO);
    expect(room.submit('ada', 0, picks('c'))).toEqual(['submitted']);
  });

  test.each<[SeatId, number, number]>([
    ['ada', READING + 10_000, 750],
    ['cleo', 2 * READING + 500, 1_000],
    ['cleo', 2 * READING + 20_000, 750],
    ['cleo', 2 * ZERO, 500],
    ['dina', 600_000, 1_000],
  ])('R74 the speed of %s after %i ms is worth %i of 1,000', (seat, after, points) => {
    const room = at(mixed(), after);
    room.submit(seat, 0, picks('c'));
    expect(pointsOf(room.state.steps[0]?.answers.get(seat))).toBe(points);
  });

  test.each<[SeatId, number]>([
    ['ada', ZERO],
    ['ben', 1.3 * ZERO],
    ['cleo', 2 * ZERO],
  ])('R75 %s may answer until a second after the own zero, %d ms', (seat, zero) => {
    const room = at(mixed(), zero + GRACE);
    expect(room.submit(seat, 0, picks('c'))).toBe('too-late');
    expect(room.wait(-1).submit(seat, 0, picks('c'))).toEqual(['submitted']);
  });

  test('R75 a seat without a countdown may answer until the close', () => {
    const room = at(mixed(), 3_600_000);
    expect(room.submit('dina', 0, picks('c'))).toEqual(['submitted']);
  });

  test('R75 freezing does not bring back a time that is over', () => {
    const room = at(timed(), ZERO + GRACE);
    room.host({ type: 'freeze', step: 0 });
    room.wait(60_000);
    expect(room.submit('ada', 0, picks('c'))).toBe('too-late');
    expect(room.submit('ben', 0, picks('c'))).toEqual(['submitted']);
    room.host({ type: 'unfreeze', step: 0 });
    expect(leftFor(room, 'ada')).toBe(-GRACE);
    expect(leftFor(room, 'cleo')).toBe(ZERO - GRACE);
  });
});
