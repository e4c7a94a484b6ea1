import { describe, expect, test } from 'vitest';
import { nextAction } from '#shared/session/conductor/next';
import { review } from '#shared/session/review';
import { tableOf } from '#shared/session/tables';
import { common, own, pulse } from '#shared/session/views';
import { verdictOf } from '#shared/session/verdict';
import { lessonOf, picks, single } from '../support/lesson';
import { bind, cardStep, earlierStep, weatherStep } from '../support/made-up';
import { ownOnPhone } from '../support/own';
import { classOf, Classroom, names } from '../support/session';

const onStep = (step: number) => ({ at: 'step', step }) as const;
const nobody = { here: () => true, drafts: new Map() };

describe('a step that nobody answers', () => {
  const lesson = lessonOf(cardStep(), single(), cardStep({ id: 'last' }));
  const shown = () => {
    const room = classOf(lesson, ['ada'], { bind });
    room.go(onStep(0));
    return room;
  };

  test('R79 is shown to everybody by one press, and left by the next one', () => {
    const room = shown();
    expect(room.state.steps[0]?.phase).toBe('shown');
    expect(common(room.state, 'screen', names)).toMatchObject({ activity: { word: 'pause' } });
    expect(common(room.state, 'phone', names)).toMatchObject({ step: { phase: 'shown', counts: null } });
    expect(ownOnPhone(room.state, 'ada', names)?.step?.view).toEqual({ word: 'pause' });
    expect(nextAction(room.state)).toEqual({ type: 'go', from: onStep(0), to: onStep(1) });
    expect(room.host(nextAction(room.state)!)).toEqual(['stage-entered']);
  });

  test('R79 is not opened, closed, voted on or revealed, takes no answers and has no board', () => {
    const room = shown();
    for (const type of ['open', 'close', 'reveal', 'vote-again', 'freeze'] as const)
      expect(room.host({ type, step: 0 })).toBe('wrong-phase');
    expect(room.submit('ada', 0, picks('c'))).toBe('step-not-open');
    expect(room.go({ at: 'board', step: 0 })).toBe('wrong-phase');
    expect(pulse(room.state, nobody)).toMatchObject({ answered: 0, picture: null });
  });

  test('R79 stays shown, and a lesson may end on one', () => {
    const room = shown();
    room.played(1, { ada: picks('c') });
    room.go(onStep(2));
    expect(nextAction(room.state)).toEqual({ type: 'go', from: onStep(2), to: { at: 'podium' } });
    expect(room.go({ at: 'podium' })).toEqual(['stage-entered']);
    expect(room.state.steps.map(({ phase }) => phase)).toEqual(['shown', 'revealed', 'shown']);
    expect(room.state.board).toMatchObject([{ seat: 'ada', points: 1_000, steps: 1 }]);
  });

  test('R79 nobody is asked for it, praised or missed afterwards', () => {
    const room = shown();
    room.played(1, { ada: picks('c') });
    const told = review(room.log, names, bind);
    expect(told.steps.map(({ answers }) => answers)).toEqual([false, true, false]);
    const [header = []] = tableOf('students', told, 'en');
    expect(header.filter((cell) => typeof cell === 'string' && cell.includes('outcome'))).toEqual([
      '2. title of single: outcome',
    ]);
  });

  test('R15 the lobby is left for good only when a step was opened', () => {
    const room = shown();
    expect(room.go({ at: 'lobby' })).toEqual(['stage-entered']);
  });
});

describe('a step whose answers have no grade', () => {
  const lesson = lessonOf(weatherStep(false), weatherStep(true, { id: 'graded' }));

  test('R80 who answered has answered, and the board does not count it', () => {
    const room = classOf(lesson, ['ada', 'ben'], { bind });
    room.played(0, { ada: { degrees: 20 } });
    expect(room.state.board).toEqual([]);
    expect(common(room.state, 'phone', names)).toMatchObject({ counted: 0, step: { grades: false } });
    expect(own(room.state, 'ada', names)?.step).toMatchObject({ submission: { degrees: 20 }, result: null });
    const { students, steps } = review(room.log, names, bind);
    expect(students.map(({ steps: [answer] }) => verdictOf(answer!))).toEqual(['answered', 'silent']);
    expect(steps[0]).toMatchObject({
      answered: 1,
      meanScore: null,
      grades: false,
      picture: { answers: 1, sum: 20 },
    });
  });

  test('R80 the configuration decides: the same kind is graded elsewhere', () => {
    const room = classOf(lesson, ['ada', 'ben'], { bind });
    room.played(0, { ada: { degrees: 20 } }).played(1, { ada: { degrees: 20 }, ben: { degrees: 5 } });
    expect(room.state.board).toMatchObject([
      { seat: 'ada', points: 1_000, right: 1, steps: 1 },
      { seat: 'ben', points: 0, right: 0, steps: 1 },
    ]);
  });
});

describe('a kind that has changed', () => {
  test('R81 reads the configurations and submissions of its earlier version', () => {
    const room = classOf(lessonOf(earlierStep()), ['ada', 'ben'], { bind });
    room.opened(0).submit('ada', 0, { degrees: 5 });
    room.log.push(...room.earlier({ seat: 'ben', step: 0, made: 1, submission: { warm: true } }));
    expect(room.state.steps[0]?.answers.get('ben')?.submission).toEqual({ degrees: 20 });
    const again = review(room.log, names, bind);
    expect(again.steps[0]?.picture).toEqual({ answers: 2, sum: 25 });
    expect(again.students.flatMap(({ steps: [answer] }) => answer!.submissions)).toMatchObject([
      { submission: { degrees: 5 } },
      { submission: { degrees: 20 } },
    ]);
  });

  test('R81 what a newer version wrote is refused, and so is a kind that does not exist', () => {
    const newer = lessonOf(weatherStep(false, { version: 3 }));
    expect(() => new Classroom(newer, { bind })).toThrow('newer than this build');
    expect(() => new Classroom(lessonOf(cardStep()))).toThrow('there is no kind made-up-card');
  });
});
