import { describe, expect, test } from 'vitest';
import { classNetwork } from '#shared/activities/class-network/index';
import { own, pulse, common, type DeskView, type PhoneView } from '#shared/session/views';
import { review } from '#shared/session/review';
import { replay } from '#shared/session/evolve';
import { gradeOf } from '#shared/session/state';
import { isReckoning, pendingClasses } from '#shared/session/together/pending';
import { reckon } from '#shared/training/together/reckon';
import type { ClassSettled } from '#shared/training/together/request';
import { lessonOf, single } from '../support/lesson';
import { allHere, classOf, names, type Classroom } from '../support/session';
import { reckonAll } from '../support/together';

const { config } = classNetwork.examples[0]!;
const lesson = lessonOf(single({ id: 'class', kind: 'class-network', config }), single());

const lines = [
  { angle: 0, offset: 27 },
  { angle: 60, offset: 27 },
  { angle: 120, offset: 27 },
  { angle: 180, offset: 27 },
  { angle: 240, offset: 27 },
];
const seats = ['ada', 'ben', 'cy', 'dan', 'eve'];

/** Everybody has sent a line, and the step is closed. */
function sent(of: readonly string[] = seats): Classroom {
  const room = classOf(lesson, [...of]).opened(0);
  of.forEach((seat, i) => room.submit(seat, 0, lines[i]));
  room.host({ type: 'close', step: 0 });
  return room;
}

const scoresOf = (room: Classroom) =>
  Object.fromEntries(
    [...room.state.steps[0]!.answers].map(([seat, answer]) => [seat, gradeOf(answer)?.score ?? null]),
  );

describe('a class that is reckoned together', () => {
  test('R127 has no grades while it is open, and is reckoned once it is closed', () => {
    const room = classOf(lesson, seats).opened(0);
    expect(room.submit('ada', 0, lines[0])).toEqual(['submitted']);
    expect(scoresOf(room)).toEqual({ ada: null });
    expect(pendingClasses(room.state)).toEqual([]);
    room.host({ type: 'close', step: 0 });
    expect(room.host({ type: 'reveal', step: 0 })).toBe('still-training');
    expect(reckonAll(room)).toBe(1);
    expect(pendingClasses(room.state)).toEqual([]);
    expect(scoresOf(room).ada).toBeGreaterThanOrEqual(0);
    expect(room.host({ type: 'reveal', step: 0 })).toEqual(['step-revealed']);
  });

  test('R127 what is brought twice, or for another run, changes nothing', () => {
    const room = sent();
    const [pending] = pendingClasses(room.state);
    const result = reckon(pending!.request()) as ClassSettled;
    expect(room.server({ type: 'reckoned', step: 0, run: 2, result })).toEqual([]);
    expect(room.server({ type: 'reckoned', step: 0, run: 1, result })).toEqual(['class-reckoned']);
    expect(room.server({ type: 'reckoned', step: 0, run: 1, result })).toEqual([]);
  });

  test('R127 a log says what everybody was worth, and so does its review', () => {
    const room = sent();
    reckonAll(room);
    room.host({ type: 'reveal', step: 0 });
    expect(scoresOf({ state: replay(room.log) } as Classroom)).toEqual(scoresOf(room));
    const { students, steps } = review(room.log, names);
    for (const { seat, steps: answers } of students)
      expect(answers[0]?.submissions.at(-1)?.score).toBe(scoresOf(room)[seat]);
    expect(steps[0]?.together?.whole.neurons).toBe(5);
  });

  test('R127 nobody has to send: a class of nobody is revealed at once, and one of one is reckoned', () => {
    const empty = classOf(lesson, seats).opened(0);
    empty.host({ type: 'close', step: 0 });
    expect(empty.host({ type: 'reveal', step: 0 })).toEqual(['step-revealed']);
    const alone = sent(['ada']);
    expect(reckonAll(alone)).toBe(1);
    expect(scoresOf(alone).ada).toBeGreaterThan(0);
  });

  test('R127 what was set and not sent is part of the class', () => {
    const room = classOf(lesson, seats).opened(0);
    room.submit('ada', 0, lines[0]);
    room.held = { step: 0, drafts: new Map([['ben', lines[1]]]) };
    room.host({ type: 'close', step: 0 });
    reckonAll(room);
    expect(Object.keys(scoresOf(room))).toEqual(['ada', 'ben']);
    expect(room.state.steps[0]!.together.result?.whole.neurons).toBe(2);
  });

  test('R127 where it cannot be reckoned nobody has a grade, and the class goes on', () => {
    const room = sent();
    room.server({ type: 'reckoned', step: 0, run: 1, result: null });
    expect(Object.values(scoresOf(room))).toEqual(seats.map(() => null));
    expect(room.host({ type: 'reveal', step: 0 })).toEqual(['step-revealed']);
  });

  test('R127 the end reckons nothing that it closes; once it is taken back, that is reckoned', () => {
    const room = classOf(lesson, seats).opened(0);
    room.submit('ada', 0, lines[0]);
    expect(room.host({ type: 'end' })).toEqual(['step-closed', 'session-ended']);
    expect(pendingClasses(room.state)).toEqual([]);
    expect(room.host({ type: 'undo-end' })).toEqual(['end-undone']);
    expect(room.host({ type: 'end' })).toBe('still-training');
    expect(reckonAll(room)).toBe(1);
    expect(scoresOf(room).ada).toBeGreaterThan(0);
  });

  test('R128 who is removed or readmitted before the reveal makes another class of it', () => {
    const room = sent();
    reckonAll(room);
    const before = scoresOf(room);
    const gainOf = (seat: string) => room.state.steps[0]!.together.parts.get(seat)?.gain;
    const whole = gainOf('ada');
    room.host({ type: 'kick', seat: 'ben' });
    expect(isReckoning(room.state.steps[0]!)).toBe(true);
    reckonAll(room);
    expect(room.state.steps[0]!.together.result?.whole.neurons).toBe(4);
    expect(gainOf('ada')).not.toBe(whole);
    room.host({ type: 'readmit', seat: 'ben' });
    reckonAll(room);
    expect(scoresOf(room)).toEqual(before);
    room.host({ type: 'reveal', step: 0 });
    room.host({ type: 'kick', seat: 'ben' });
    expect(isReckoning(room.state.steps[0]!)).toBe(false);
  });

  test('R128 a step that is opened again is another class: what was under way is dropped', () => {
    const room = sent();
    const [pending] = pendingClasses(room.state);
    const result = reckon(pending!.request()) as ClassSettled;
    room.host({ type: 'open', step: 0 });
    expect(pendingClasses(room.state)).toEqual([]);
    expect(room.server({ type: 'reckoned', step: 0, run: pending!.run, result })).toEqual([]);
    room.host({ type: 'close', step: 0 });
    expect(reckonAll(room)).toBe(1);
  });

  test('R128 no grade of an earlier class is left once there is another', () => {
    const room = sent();
    reckonAll(room);
    const nobody = seats.map(() => null);
    room.host({ type: 'kick', seat: 'ben' });
    expect(Object.values(scoresOf(room))).toEqual(nobody);
    reckonAll(room);
    room.host({ type: 'open', step: 0 });
    expect(Object.values(scoresOf(room))).toEqual(nobody);
    expect(scoresOf({ state: replay(room.log) } as Classroom)).toEqual(scoresOf(room));
  });

  test('R129 a phone is told of its own line alone, and only after the reveal what hidden points say', () => {
    const room = sent();
    reckonAll(room);
    const phoneOf = (seat: string) =>
      JSON.stringify([common(room.state, 'phone', names), own(room.state, seat, names)]);
    expect(phoneOf('ada')).not.toContain('"gain"');
    expect(own(room.state, 'ada', names)?.step?.measure).toBeNull();
    expect(pulse(room.state, allHere).together).toBeNull();
    room.host({ type: 'reveal', step: 0 });
    expect(own(room.state, 'ada', names)?.step?.measure).toMatchObject({ neurons: 5 });
    for (const seat of ['ben', 'cy', 'dan', 'eve']) {
      const line = JSON.stringify(room.state.steps[0]!.answers.get(seat)?.submission);
      expect(phoneOf('ada')).not.toContain(line);
    }
    expect((common(room.state, 'phone', names) as PhoneView).activity).toEqual(config);
  });

  test('R129 the projector is told of the class what it comes to as it tunes, and after the reveal on hidden points', () => {
    const room = classOf(lesson, seats).opened(0);
    const live = { core: 'x', whole: { neurons: 1, error: 0.5, accuracy: 0.7, map: 'A' }, parts: [] };
    const tuning = { step: 0, live, course: [1, 0.5] };
    expect(pulse(room.state, { ...allHere, tuning }).together).toEqual({
      ...{ whole: live.whole, half: null },
      course: [1, 0.5],
    });
    expect(pulse(room.state, { ...allHere, tuning: { ...tuning, step: 1 } }).together).toBeNull();
  });

  test('R130 half of the class is switched off and on again, after the reveal', () => {
    const room = sent();
    const show = (shown: boolean, step = 0) => room.host({ type: 'show-half', step, shown });
    expect(show(true)).toBe('wrong-phase');
    reckonAll(room);
    room.host({ type: 'reveal', step: 0 });
    expect((common(room.state, 'desk', names) as DeskView).half).toBe(false);
    expect(show(true, 9)).toBe('unknown-step');
    expect(show(true, 1)).toBe('wrong-phase');
    expect(show(true)).toEqual(['half-shown']);
    expect(show(true)).toEqual([]);
    expect(pulse(room.state, allHere).together?.half?.neurons).toBe(3);
    expect((common(room.state, 'desk', names) as DeskView).half).toBe(true);
    expect(show(false)).toEqual(['half-shown']);
    expect(pulse(room.state, allHere).together?.half).toBeNull();
  });
});
