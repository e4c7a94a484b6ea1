import { describe, expect, test } from 'vitest';
import { readingTime } from '#shared/text';
import { GRACE, LEFT_AFTER_RESTART, leftOf, MAX_EXTENSION } from '#shared/session/conductor/time';
import { nextWake } from '#shared/session/conductor/wake';
import { classOf, Classroom } from '../support/session';
import { gate, lessonOf, picks, single } from '../support/lesson';

const lesson = lessonOf(single({ seconds: 20 }), gate({ seconds: null }));
const reading = readingTime([lesson.steps[0]!.title, lesson.steps[0]!.task]);
const ZERO = reading + 20_000;

const countdown = (room: Classroom) => room.state.steps[0]!.countdown!;
const left = (room: Classroom) => leftOf(countdown(room), room.at);
const deadline = (room: Classroom) => room.server({ type: 'deadline', step: 0 });

describe('opening, closing, time', () => {
  test('R19 a step is opened when it is on stage and waits or was closed', () => {
    const room = new Classroom(lesson);
    expect(room.host({ type: 'open', step: 0 })).toBe('stale-desk');
    expect(room.host({ type: 'open', step: 9 })).toBe('unknown-step');
    room.opened(0);
    expect(room.host({ type: 'open', step: 0 })).toBe('wrong-phase');
    room.host({ type: 'close', step: 0 });
    expect(room.host({ type: 'open', step: 0 })).toEqual(['step-opened']);
  });

  test('R20 the countdown starts after the reading time; opened again, at once', () => {
    const room = new Classroom(lesson).wait(5_000).opened(0);
    // "title of single (it)" and "task of single (it)": 8 words at 150 a minute.
    expect(reading).toBe(3_200);
    const opened = { reading, total: 20_000 };
    expect(countdown(room)).toEqual({ total: 20_000, deadline: 5_000 + ZERO, frozen: null, opened });
    room.host({ type: 'close', step: 0 });
    room.wait(1_000).host({ type: 'open', step: 0 });
    expect(countdown(room).deadline).toBe(6_000 + 20_000);
  });

  test('R21 a step without seconds has no countdown, and commands about time are refused', () => {
    const room = new Classroom(lesson).opened(1).wait(3_600_000);
    expect(room.state.steps[1]).toMatchObject({ phase: 'open', countdown: null });
    expect(nextWake(room.state)).toBeNull();
    expect(room.host({ type: 'freeze', step: 1 })).toBe('no-deadline');
    expect(room.host({ type: 'unfreeze', step: 1 })).toBe('no-deadline');
    expect(room.host({ type: 'extend', step: 1, by: 1_000 })).toBe('no-deadline');
    expect(room.server({ type: 'deadline', step: 1 })).toBe('no-deadline');
  });

  test('R22 the server closes one second after the zero, not sooner, and knows when to try', () => {
    const room = classOf(lesson, ['ada']).opened(0);
    const wake = nextWake(room.state);
    expect(wake).toMatchObject({ at: ZERO + GRACE, command: { type: 'deadline', step: 0 } });
    room.at = ZERO + GRACE - 1;
    expect(deadline(room)).toBe('too-early');
    room.at = ZERO + GRACE;
    expect(deadline(room)).toEqual(['step-closed']);
    expect(room.log.at(-1)?.event).toMatchObject({ by: 'deadline', present: ['ada'] });
    expect(nextWake(room.state)).toBeNull();
    expect(deadline(room)).toBe('wrong-phase');
    expect(room.server({ type: 'deadline', step: 9 })).toBe('unknown-step');
  });

  test('R23 while time is frozen nothing closes by itself and answers are taken', () => {
    const room = classOf(lesson, ['ada'])
      .opened(0)
      .wait(ZERO - 7_000);
    room.host({ type: 'freeze', step: 0 });
    expect(nextWake(room.state)).toBeNull();
    room.wait(60_000);
    expect(deadline(room)).toBe('too-early');
    expect(room.submit('ada', 0, picks('c'))).toEqual(['submitted']);
    expect(left(room)).toBe(7_000);
    room.host({ type: 'unfreeze', step: 0 });
    expect(countdown(room)).toMatchObject({ total: 20_000, deadline: room.at + 7_000, frozen: null });
    expect(nextWake(room.state)?.at).toBe(room.at + 7_000 + GRACE);
  });

  test('R24 an extension adds 1 s to 30 min, also to frozen time', () => {
    const room = new Classroom(lesson).opened(0).wait(ZERO - 5_000);
    expect(room.host({ type: 'extend', step: 0, by: 30_000 })).toEqual(['time-extended']);
    expect(left(room)).toBe(35_000);
    room.host({ type: 'freeze', step: 0 });
    room.wait(1_000).host({ type: 'extend', step: 0, by: MAX_EXTENSION });
    room.wait(1_000).host({ type: 'unfreeze', step: 0 });
    expect(left(room)).toBe(35_000 + MAX_EXTENSION);
    for (const by of [999, 0, -5_000, 1_000.5, NaN, MAX_EXTENSION + 1])
      expect(room.host({ type: 'extend', step: 0, by })).toBe('out-of-range');
  });

  test('R25 commands about time need an open step; freezing twice and thawing what runs is refused', () => {
    const room = new Classroom(lesson);
    const freeze = { type: 'freeze', step: 0 } as const;
    const unfreeze = { type: 'unfreeze', step: 0 } as const;
    expect(room.host(freeze)).toBe('wrong-phase');
    expect(room.host({ type: 'extend', step: 0, by: 1_000 })).toBe('wrong-phase');
    expect(room.host({ type: 'freeze', step: 9 })).toBe('unknown-step');
    room.opened(0);
    expect(room.host(unfreeze)).toBe('wrong-phase');
    expect(room.host(freeze)).toEqual(['step-frozen']);
    expect(room.host(freeze)).toBe('wrong-phase');
    expect(room.host(unfreeze)).toEqual(['step-unfrozen']);
  });

  test('R26 closing notes who was connected, and who was noted once stays noted', () => {
    const room = classOf(lesson, ['ada', 'ben']).opened(0);
    room.here.delete('ben');
    room.host({ type: 'close', step: 0 });
    expect([...room.state.steps[0]!.present]).toEqual(['ada']);
    room.host({ type: 'open', step: 0 });
    room.here.delete('ada');
    room.here.add('ben');
    room.host({ type: 'close', step: 0 });
    expect([...room.state.steps[0]!.present].sort()).toEqual(['ada', 'ben']);
    expect(room.host({ type: 'close', step: 0 })).toBe('wrong-phase');
    expect(room.host({ type: 'close', step: 9 })).toBe('unknown-step');
  });

  test.each([
    ['12 s', 12_000, 12_000],
    ['2 s', 2_000, LEFT_AFTER_RESTART],
    ['half a second over zero', -500, LEFT_AFTER_RESTART],
  ])('R27 a countdown with %s left at the last event goes on after a restart', (_, before, after) => {
    const room = new Classroom(lesson).opened(0).wait(ZERO - before);
    expect(room.server({ type: 'resume' })).toEqual(['session-resumed']);
    expect(left(room)).toBe(after);
  });

  test('R27 a frozen countdown is after a restart as it was', () => {
    const room = new Classroom(lesson).opened(0).wait(ZERO - 2_000);
    room.host({ type: 'freeze', step: 0 });
    room.server({ type: 'resume' });
    expect(countdown(room).frozen).toBe(2_000);
  });

  test('R28 ending closes an open step first', () => {
    const room = classOf(lesson, ['ada']).opened(0);
    expect(room.host({ type: 'end' })).toEqual(['step-closed', 'session-ended']);
    expect(room.state.stage).toEqual({ at: 'ended' });
    expect(openPhases(room)).toEqual(['closed', 'waiting']);
    expect(new Classroom(lesson).host({ type: 'end' })).toEqual(['session-ended']);
  });
});

const openPhases = (room: Classroom) => room.state.steps.map(({ phase }) => phase);
