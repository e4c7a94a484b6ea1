import { describe, expect, test } from 'vitest';
import { own } from '#shared/session/views';
import { classOf, names, tokenOf } from '../support/session';
import { lessonOf, picks, single } from '../support/lesson';

const lesson = lessonOf(single());
const issue = (seat: string, ticket: string) => ({ type: 'issue-ticket', seat, ticket }) as const;

describe('seats', () => {
  test('R44 kicking and readmitting are accepted twice and log once', () => {
    const room = classOf(lesson, ['ada']);
    expect(room.host({ type: 'readmit', seat: 'ada' })).toEqual([]);
    expect(room.host({ type: 'kick', seat: 'ada' })).toEqual(['seat-kicked']);
    expect(room.host({ type: 'kick', seat: 'ada' })).toEqual([]);
    expect(room.host({ type: 'readmit', seat: 'ada' })).toEqual(['seat-readmitted']);
    for (const type of ['kick', 'readmit'] as const)
      expect(room.host({ type, seat: 'nobody' })).toBe('seat-unknown');
  });

  test('R45 a new name is a new row, and the old row is mentioned no more', () => {
    const room = classOf(lesson, ['ada']);
    expect(room.host({ type: 'rename', seat: 'ada', name: 'row-new' })).toEqual(['seat-renamed']);
    expect(own(room.state, 'ada', names)?.name).toBe('Name of row-new');
    expect(JSON.stringify([...room.state.seats.values()])).not.toContain('row-ada');
    expect(room.host({ type: 'rename', seat: 'nobody', name: 'row' })).toBe('seat-unknown');
  });

  test('R46 a ticket moves a seat with all it has to another token, once', () => {
    const room = classOf(lesson, ['ada']).opened(0);
    room.submit('ada', 0, picks('c'));
    room.host(issue('ada', 'ticket'));
    const before = own(room.state, 'ada', names);
    expect(room.takeSeat('guessed', 'tablet')).toBe('ticket-invalid');
    expect(room.takeSeat('ticket', tokenOf('ada'))).toEqual([]);
    expect(room.takeSeat('ticket', 'tablet', 'take')).toEqual(['seat-moved']);
    expect(room.state.tokens.get('tablet')).toBe('ada');
    expect(room.state.tokens.has(tokenOf('ada'))).toBe(false);
    expect([...room.state.moved]).toEqual([tokenOf('ada')]);
    expect(own(room.state, 'ada', names)).toEqual(before);
    expect(room.takeSeat('ticket', 'tablet', 'take')).toEqual([]);
    expect(room.takeSeat('ticket', 'third')).toBe('ticket-invalid');
  });

  test('R47 a new ticket voids the one before; a kicked seat gets none and is not moved', () => {
    const room = classOf(lesson, ['ada']);
    room.host(issue('ada', 'first'));
    room.host(issue('ada', 'second'));
    expect(room.takeSeat('first', 'tablet')).toBe('ticket-invalid');
    room.host({ type: 'kick', seat: 'ada' });
    expect(room.takeSeat('second', 'tablet')).toBe('kicked');
    expect(room.host(issue('ada', 'third'))).toBe('kicked');
    expect(room.host(issue('nobody', 'third'))).toBe('seat-unknown');
  });

  test('R48 a token that takes a second seat keeps it when its first seat moves elsewhere', () => {
    const room = classOf(lesson, ['ada', 'ben']);
    room.host(issue('ada', 'ticket-ada'));
    room.takeSeat('ticket-ada', tokenOf('ben'));
    expect(room.state.tokens.get(tokenOf('ben'))).toBe('ada');
    expect(room.state.seats.has('ben')).toBe(true);
    room.host(issue('ben', 'ticket-ben'));
    room.takeSeat('ticket-ben', 'tablet');
    expect(room.state.tokens.get(tokenOf('ben'))).toBe('ada');
    expect(room.state.tokens.get('tablet')).toBe('ben');
    expect([...room.state.moved]).toEqual([tokenOf('ada')]);
  });
});
