import { describe, expect, test } from 'vitest';
import { classOf, Classroom, tokenOf } from '../support/session';
import { lessonOf, single } from '../support/lesson';

const lesson = lessonOf(single());

describe('coming in', () => {
  test("R7 a join makes a seat, known by its token's hash and by the row of its name", () => {
    const room = new Classroom(lesson);
    expect(room.join('ada')).toEqual(['seat-joined']);
    expect(room.state.tokens.get(tokenOf('ada'))).toBe('ada');
    expect(room.state.seats.get('ada')).toEqual({
      id: 'ada',
      name: 'row-ada',
      token: tokenOf('ada'),
      ticket: null,
      kicked: false,
      pace: 10,
      ...{ device: 'ada', network: null, joinedAt: 0 },
    });
  });

  test('R8 a locked room refuses new seats and keeps those it has; a seat can still move', () => {
    const room = classOf(lesson, ['ada']);
    room.host({ type: 'lock' });
    expect(room.join('ben')).toBe('room-locked');
    expect(room.state.seats.has('ada')).toBe(true);
    room.host({ type: 'issue-ticket', seat: 'ada', ticket: 'ticket' });
    expect(room.takeSeat('ticket', 'tablet')).toEqual(['seat-moved']);
    room.host({ type: 'unlock' });
    expect(room.join('ben')).toEqual(['seat-joined']);
  });

  test('R9 a room holds `limit` seats; a kicked one makes place', () => {
    const room = classOf(lesson, ['ada', 'ben'], { limit: 2 });
    expect(room.join('cleo')).toBe('room-full');
    room.host({ type: 'kick', seat: 'ben' });
    expect(room.join('cleo')).toEqual(['seat-joined']);
    expect(room.join('dina')).toBe('room-full');
  });

  test('R10 a token has one seat: joining again changes nothing, and who was kicked stays out', () => {
    const room = classOf(lesson, ['ada'], { limit: 1 });
    expect(room.join('ada-again', tokenOf('ada'))).toEqual([]);
    room.host({ type: 'lock' });
    expect(room.join('ada-again', tokenOf('ada'))).toEqual([]);
    expect([...room.state.seats.keys()]).toEqual(['ada']);
    room.host({ type: 'kick', seat: 'ada' });
    room.host({ type: 'unlock' });
    expect(room.join('ada-again', tokenOf('ada'))).toBe('kicked');
    room.host({ type: 'readmit', seat: 'ada' });
    expect(room.join('ada-again', tokenOf('ada'))).toEqual([]);
  });

  test('R11 locking a locked room and unlocking an open one is accepted and logs nothing', () => {
    const room = new Classroom(lesson);
    expect(room.host({ type: 'unlock' })).toEqual([]);
    expect(room.host({ type: 'lock' })).toEqual(['room-locked']);
    expect(room.host({ type: 'lock' })).toEqual([]);
    expect(room.host({ type: 'unlock' })).toEqual(['room-unlocked']);
  });
});
