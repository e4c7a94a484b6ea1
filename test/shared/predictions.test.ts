import { describe, expect, test } from 'vitest';
import { ownReview } from '#shared/session/own-review';
import type { Prediction } from '#shared/session/predictions/prediction';
import { review } from '#shared/session/review';
import { common, own, pulse, type StepView } from '#shared/session/views';
import { gate, lessonOf, single } from '../support/lesson';
import { classOf, names, type Classroom } from '../support/session';

const said = (words: string) => ({ it: words, en: words });
const prediction = {
  question: said('How many rows will hold?'),
  options: ['two', 'three', 'four'].map((id) => ({ id, text: said(id) })),
  came: 'three',
};
const lesson = lessonOf(single(), gate({ prediction }));
const presence = { here: () => true, drafts: new Map<string, unknown>() };
const onStep = { at: 'step', step: 1 } as const;

const expects = (room: Classroom, seat: string, option: string, sure: Prediction['sure'] = 'think') =>
  room.send({ role: 'seat', seat, command: { type: 'predict', step: 1, option, sure } });

function asked(...seats: string[]): Classroom {
  const room = classOf(lesson, seats);
  room.go(onStep);
  return room;
}

const phone = (room: Classroom): StepView | null => common(room.state, 'phone', names).step;

describe('what a class expects', () => {
  test('R111 phones are asked once the step is on stage, and nothing of the activity comes along', () => {
    const room = asked('ada');
    expect(phone(room)).toMatchObject({
      phase: 'waiting',
      prediction: { question: prediction.question, options: prediction.options, told: null },
    });
    expect(common(room.state, 'phone', names).activity).toBeNull();
    expect(own(room.state, 'ada', names)?.step).toMatchObject({ prediction: null, view: null });
  });

  test('R111 a step that asks nothing leaves phones where they are', () => {
    const room = classOf(lesson, ['ada']);
    room.go({ at: 'step', step: 0 });
    expect(phone(room)).toBeNull();
  });

  test('R112 the last one before the opening counts, and its seat alone is shown it', () => {
    const room = asked('ada', 'ben');
    expect(expects(room, 'ada', 'two')).toEqual(['predicted']);
    expect(expects(room, 'ada', 'three', 'sure')).toEqual(['predicted']);
    expect(expects(room, 'ada', 'three', 'sure')).toEqual([]);
    expect(own(room.state, 'ada', names)?.step?.prediction).toEqual({ option: 'three', sure: 'sure' });
    expect(own(room.state, 'ben', names)?.step?.prediction).toBeNull();
    expect(pulse(room.state, presence)).toMatchObject({ predicted: 1, answered: 0 });
    for (const role of ['phone', 'screen', 'desk'] as const)
      expect(common(room.state, role, names).step?.prediction?.told).toBeNull();
  });

  test('R112 it is refused where nothing is asked, once the step is open, and for an option that is none', () => {
    const room = classOf(lesson, ['ada']);
    expect(expects(room, 'ada', 'two')).toBe('step-not-open');
    expect(
      room.send({
        role: 'seat',
        seat: 'ada',
        command: { type: 'predict', step: 0, option: 'a', sure: 'sure' },
      }),
    ).toBe('step-not-open');
    room.go(onStep);
    expect(expects(room, 'ada', 'five')).toBe('submission-invalid');
    expect(expects(room, 'eve', 'two')).toBe('seat-unknown');
    room.host({ type: 'kick', seat: 'ada' });
    expect(expects(room, 'ada', 'two')).toBe('kicked');
    room.host({ type: 'readmit', seat: 'ada' });
    room.host({ type: 'open', step: 1 });
    expect(expects(room, 'ada', 'two')).toBe('too-late');
    expect(
      room.send({
        role: 'seat',
        seat: 'ada',
        command: { type: 'predict', step: 9, option: 'two', sure: 'sure' },
      }),
    ).toBe('unknown-step');
  });

  test('R113 at the reveal everybody is told what the class expected beside what came, without who was kicked', () => {
    const room = asked('ada', 'ben', 'cleo', 'dina');
    expects(room, 'ada', 'three', 'sure');
    expects(room, 'ben', 'three', 'guess');
    expects(room, 'cleo', 'four', 'sure');
    expects(room, 'dina', 'two', 'sure');
    room.host({ type: 'kick', seat: 'dina' });
    room.played(1);
    expect(phone(room)?.prediction?.told).toEqual({
      came: 'three',
      expected: { two: [0, 0, 0], three: [1, 0, 1], four: [0, 0, 1] },
    });
    expect(own(room.state, 'cleo', names)?.step?.prediction).toEqual({ option: 'four', sure: 'sure' });
  });

  test('R113 it can be read afterwards, by the teacher and by who had said it', () => {
    const room = asked('ada', 'ben');
    expects(room, 'ada', 'two', 'sure');
    room.played(1);
    room.host({ type: 'end' });
    const told = { came: 'three', expected: { two: [0, 0, 1], three: [0, 0, 0], four: [0, 0, 0] } };
    expect(review(room.log, names).steps[1]?.prediction?.told).toEqual(told);
    const steps = (seat: string) => ownReview(room.log, room.state, seat, names)?.steps;
    expect(steps('ada')).toMatchObject([{ prediction: { told }, expected: { option: 'two', sure: 'sure' } }]);
    expect(steps('ben')).toMatchObject([{ expected: null }]);
  });

  test('R113 it is worth nothing and makes nobody present', () => {
    const room = asked('ada', 'ben');
    room.here.delete('ada');
    expects(room, 'ada', 'three', 'sure');
    room.played(1);
    expect(room.state.steps[1]?.present.has('ada')).toBe(false);
    expect(room.state.board.every(({ points }) => points === 0)).toBe(true);
  });

  test('R113 another round asks nothing: its answer was shown', () => {
    const room = asked('ada').played(1);
    room.host({ type: 'play-again', step: 1 });
    expect(common(room.state, 'screen', names).step?.prediction).toBeNull();
  });
});
