import { describe, expect, test } from 'vitest';
import { nextAction } from '#shared/session/conductor/next';
import { review } from '#shared/session/review';
import { common, own } from '#shared/session/views';
import type { DeskView } from '#shared/session/views';
import { gate, lessonOf, picks, single } from '../support/lesson';
import { classOf, names } from '../support/session';

const lesson = lessonOf(single(), gate());
const desk = (room: ReturnType<typeof classOf>) => common(room.state, 'desk', names) as DeskView;
const again = (step: number) => ({ type: 'play-again', step }) as const;

describe('another round', () => {
  test('R103 a revealed step is played again as a step of its own, for no points, and the first round stays', () => {
    const room = classOf(lesson, ['ada', 'ben']).played(0, { ada: picks('c'), ben: picks('a') });
    const { board } = room.state;
    expect(room.host(again(0))).toEqual(['step-added', 'stage-entered']);
    expect(room.state.stage).toEqual({ at: 'step', step: 2 });
    expect(desk(room).step).toMatchObject({ index: 2, again: 0, of: 2, phase: 'waiting', points: 0 });
    room.host({ type: 'open', step: 2 });
    expect(own(room.state, 'ben', names)?.step).toMatchObject({ index: 2, submission: null });
    expect(room.submit('ben', 2, picks('c'))).toEqual(['submitted']);
    room.host({ type: 'close', step: 2 });
    room.host({ type: 'reveal', step: 2 });
    expect(room.state.board).toEqual(board);
    expect(own(room.state, 'ben', names)?.step?.result).toMatchObject({ right: true, points: 0 });
    const [first, , second] = review(room.log, names).steps;
    expect(first).toMatchObject({ index: 0, answered: 2, right: 1 });
    expect(second).toMatchObject({ index: 2, again: 0, answered: 1, right: 1, points: 0 });
    expect(second?.title).toEqual({
      it: `${lesson.steps[0]?.title.it} (un altro giro)`,
      en: `${lesson.steps[0]?.title.en} (another round)`,
    });
  });

  test('R103 only what was revealed is played again, and only from its stage or its board', () => {
    const room = classOf(lesson, ['ada']).opened(0);
    expect(room.host(again(0))).toBe('wrong-phase');
    expect(room.host(again(1))).toBe('stale-desk');
    expect(room.host(again(7))).toBe('unknown-step');
    room.host({ type: 'close', step: 0 });
    room.host({ type: 'reveal', step: 0 });
    room.go({ at: 'board', step: 0 });
    expect(room.host(again(0))).toEqual(['step-added', 'stage-entered']);
  });

  test('R103 a round is played again as the step of the lesson that it was', () => {
    const room = classOf(lesson, ['ada']).played(0, { ada: picks('c') });
    room.host(again(0));
    room.host({ type: 'open', step: 2 });
    room.host({ type: 'close', step: 2 });
    room.host({ type: 'reveal', step: 2 });
    room.host(again(2));
    expect(room.state.steps.map((step) => step.again)).toEqual([null, null, 0, 0]);
  });

  test('R103 what is drawn by seeds is drawn anew', () => {
    const room = classOf(lesson, ['ada']).played(0, { ada: picks('c') });
    room.host(again(0));
    expect(room.state.steps[2]?.secret).not.toBe(room.state.steps[0]?.secret);
  });

  test('R104 the lesson goes on behind the step that was played again, without a board', () => {
    const room = classOf(lesson, ['ada']).played(0, { ada: picks('c') });
    room.host(again(0));
    for (const type of ['open', 'close', 'reveal'] as const) room.host({ type, step: 2 });
    expect(nextAction(room.state)).toMatchObject({ type: 'go', to: { at: 'step', step: 1 } });
    room.go({ at: 'step', step: 1 });
    expect(common(room.state, 'phone', names)).toMatchObject({ nextKind: 'gate' });
    for (const type of ['open', 'close', 'reveal'] as const) room.host({ type, step: 1 });
    room.go({ at: 'board', step: 1 });
    expect(nextAction(room.state)).toMatchObject({ type: 'go', to: { at: 'podium' } });
  });
});
