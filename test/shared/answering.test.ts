import { describe, expect, test } from 'vitest';
import { GRACE } from '#shared/session/conductor/time';
import { readingTime } from '#shared/text';
import type { Step } from '#shared/lessons/lesson';
import { pointsOf } from '#shared/session/state';
import { classOf, type Classroom } from '../support/session';
import {
  bestNeuron,
  gate,
  lessonOf,
  picks,
  several,
  silentNeuron,
  single,
  thinNeuron,
} from '../support/lesson';

const lesson = lessonOf(single(), gate());
const answerOf = (room: Classroom, seat: string, step = 0) =>
  room.state.steps[step]?.answers.get(seat) ?? null;

describe('answering', () => {
  test('R29 an answer that reaches the log before the close counts, also after the zero of the phones', () => {
    const room = classOf(lesson, ['ada']).opened(0);
    room.at = room.state.steps[0]!.countdown!.deadline + GRACE - 1;
    expect(room.submit('ada', 0, picks('c'))).toEqual(['submitted']);
    room.wait(1).server({ type: 'deadline', step: 0 });
    room.host({ type: 'reveal', step: 0 });
    expect(room.state.places.get('ada')).toMatchObject({ points: 1_000, right: 1 });
  });

  test('R30 an answer before the opening, after the close or to no step is refused', () => {
    const room = classOf(lesson, ['ada']);
    expect(room.submit('ada', 0, picks('c'))).toBe('step-not-open');
    room.opened(0).host({ type: 'close', step: 0 });
    expect(room.submit('ada', 0, picks('c'))).toBe('too-late');
    room.host({ type: 'reveal', step: 0 });
    expect(room.submit('ada', 0, picks('c'))).toBe('too-late');
    expect(room.submit('ada', 9, picks('c'))).toBe('unknown-step');
    expect(room.submit('ada', -1, picks('c'))).toBe('unknown-step');
  });

  test('R31 nobody answers from a seat that does not exist or was kicked', () => {
    const room = classOf(lesson, ['ada']).opened(0);
    expect(room.submit('nobody', 0, picks('c'))).toBe('seat-unknown');
    room.host({ type: 'kick', seat: 'ada' });
    expect(room.submit('ada', 0, picks('c'))).toBe('kicked');
    room.host({ type: 'readmit', seat: 'ada' });
    expect(room.submit('ada', 0, picks('c'))).toEqual(['submitted']);
  });

  test('R32 a choice takes the first submission, a perceptron the last one', () => {
    const room = classOf(lesson, ['ada']).opened(0);
    room.submit('ada', 0, picks('a'));
    expect(room.submit('ada', 0, picks('c'))).toBe('already-answered');
    expect(answerOf(room, 'ada')?.submission).toEqual(picks('a'));
    room.opened(1);
    room.submit('ada', 1, bestNeuron);
    expect(room.submit('ada', 1, thinNeuron)).toEqual(['submitted']);
    expect(answerOf(room, 'ada', 1)).toMatchObject({ submission: thinNeuron, points: 600 });
  });

  test.each([
    [0, 'c', 'submission-invalid'],
    [0, picks('z'), 'submission-invalid'],
    [0, { ...picks('c'), more: 1 }, 'submission-invalid'],
    [0, null, 'submission-invalid'],
    [1, { w: [10], b: 0 }, 'submission-invalid'],
    [1, { w: [25, 0], b: 0 }, 'out-of-range'],
  ])('R33 step %i refuses %j: %s', (step, submission, code) => {
    const room = classOf(lesson, ['ada']).opened(step);
    const before = room.log.length;
    expect(room.submit('ada', step, submission)).toBe(code);
    expect(room.log).toHaveLength(before);
  });

  test.each<[Step, unknown, number, boolean]>([
    [single(), picks('c'), 1_000, true],
    [single(), picks('a'), 0, false],
    [several({ points: 501 }), picks('a'), 251, false],
    [several(), picks('a', 'b', 'c'), 500, false],
    [gate(), bestNeuron, 1_000, true],
    [gate({ points: 333 }), thinNeuron, 200, true],
    [gate(), silentNeuron, 0, false],
    [single({ points: 0 }), picks('c'), 0, true],
  ])('R34 points are score x points x timing, rounded: %#', (step, submission, points, right) => {
    const room = classOf(lessonOf(step), ['ada']).opened(0).wait(15_000);
    room.submit('ada', 0, submission);
    expect(answerOf(room, 'ada')).toMatchObject({ points, grade: { right } });
  });

  const fast = single({ timing: 'speed', seconds: 20 });
  const reading = readingTime([fast.title, fast.task]);

  test.each([
    ['at once', 0, 1_000],
    ['at the end of the reading', reading, 1_000],
    ['half a second later', reading + 500, 1_000],
    ['half-way', reading + 10_000, 750],
    ['at the zero', reading + 20_000, 500],
    ['in the second after it', reading + 20_900, 500],
  ])('R35 an answer %s is worth what its speed says', (_, after, points) => {
    const speed = classOf(lessonOf(fast), ['ada']).opened(0).wait(after);
    speed.submit('ada', 0, picks('c'));
    expect(pointsOf(answerOf(speed, 'ada'))).toBe(points);
    const accuracy = classOf(lessonOf(single()), ['ada']).opened(0).wait(after);
    accuracy.submit('ada', 0, picks('c'));
    expect(pointsOf(answerOf(accuracy, 'ada'))).toBe(1_000);
  });

  test('R35 a step without a countdown has no speed', () => {
    const room = classOf(lessonOf(single({ timing: 'speed', seconds: null })), ['ada']).opened(0);
    room.wait(600_000).submit('ada', 0, picks('c'));
    expect(pointsOf(answerOf(room, 'ada'))).toBe(1_000);
  });

  test('R36 who answered was present, whatever the server saw of the connection', () => {
    const room = classOf(lesson, ['ada', 'ben']).opened(0);
    room.here.clear();
    room.submit('ada', 0, picks('c'));
    room.host({ type: 'close', step: 0 });
    expect([...room.state.steps[0]!.present]).toEqual(['ada']);
  });

  test('R37 a reopened step keeps its answers', () => {
    const room = classOf(lesson, ['ada', 'ben']).opened(0);
    room.submit('ada', 0, picks('c'));
    room.host({ type: 'close', step: 0 });
    room.host({ type: 'open', step: 0 });
    expect(room.submit('ada', 0, picks('a'))).toBe('already-answered');
    expect(room.submit('ben', 0, picks('a'))).toEqual(['submitted']);
    expect(pointsOf(answerOf(room, 'ada'))).toBe(1_000);
  });
});
