import { describe, expect, test } from 'vitest';
import { begin, evolve, replay } from '#shared/session/evolve';
import { classOf, Classroom, created } from '../support/session';
import { gate, lessonOf, picks, single } from '../support/lesson';
import { boardOf, plain } from '../support/fold';

describe('the log and its ids', () => {
  test('R1 a log begins with session-created, once, and the same log gives the same state', () => {
    const room = classOf(lessonOf(single(), gate()), ['ada', 'ben']);
    room.played(0, { ada: picks('c'), ben: picks('a') }).opened(1);
    expect(plain(replay(room.log))).toEqual(plain(room.state));
    expect(boardOf(replay(room.log))).toEqual(boardOf(room.state));
    expect(() => replay([])).toThrow('an empty log');
    expect(() => replay(room.log.slice(1))).toThrow('begins with session-created');
    expect(() => evolve(begin(created(room.state.lesson)), created(room.state.lesson))).toThrow(
      'created once',
    );
  });

  test('R2 the state knows the seq and the time of its last event', () => {
    const room = new Classroom(lessonOf(single()));
    expect(room.state).toMatchObject({ seq: 1, at: 0 });
    room.wait(700).join('ada');
    expect(room.state).toMatchObject({ seq: 2, at: 700 });
    room.opened(0).wait(50).host({ type: 'end' });
    expect(room.state).toMatchObject({ seq: 6, at: 750 });
  });

  test('R3 a command that is in the log is accepted again and does nothing, also after the end', () => {
    const room = classOf(lessonOf(single()), ['ada']).opened(0);
    expect(room.submit('ada', 0, picks('c'), 'answer')).toEqual(['submitted']);
    expect(room.submit('ada', 0, picks('c'), 'answer')).toEqual([]);
    room.host({ type: 'end' }, 'the-end');
    expect(room.submit('ada', 0, picks('c'), 'answer')).toEqual([]);
    expect(room.host({ type: 'end' }, 'the-end')).toEqual([]);
    expect(room.log.filter(({ event }) => event.type === 'submitted')).toHaveLength(1);
  });

  test('R4 a refused command leaves no trace, and may be asked again with the same id', () => {
    const room = classOf(lessonOf(single()), ['ada']);
    const before = plain(room.state);
    expect(room.submit('ada', 0, picks('c'), 'early')).toBe('step-not-open');
    expect(plain(room.state)).toEqual(before);
    room.opened(0);
    expect(room.submit('ada', 0, picks('c'), 'early')).toEqual(['submitted']);
  });

  test('R5 the lesson is the frozen one, and a lesson that no activity accepts throws', () => {
    const lesson = lessonOf(single(), gate());
    const room = new Classroom(lesson);
    expect(room.state.lesson).toBe(lesson);
    expect(room.state.steps.map(({ activity }) => activity.kind)).toEqual(['choice', 'gate']);
    const broken = lessonOf(gate({ config: { gate: 'xor' } }));
    expect(() => new Classroom(broken)).toThrow('step gate');
  });

  test('R6 after the end every new command is refused', () => {
    const room = classOf(lessonOf(single()), ['ada']).opened(0);
    expect(room.host({ type: 'end' })).toEqual(['step-closed', 'session-ended']);
    expect(room.join('ben')).toBe('session-ended');
    expect(room.submit('ada', 0, picks('c'))).toBe('session-ended');
    expect(room.host({ type: 'end' })).toBe('session-ended');
    expect(room.go({ at: 'lobby' })).toBe('session-ended');
    expect(room.server({ type: 'resume' })).toBe('session-ended');
    expect(room.server({ type: 'deadline', step: 0 })).toBe('session-ended');
  });
});
