import { expect, test } from 'vitest';
import type { ReviewAnswer, ReviewStep, ReviewStudent, ReviewSubmission } from '#shared/session/review';
import { counted, verdictOf } from '#shared/session/verdict';
import { hardestFirst, lessonMean, tally, toAsk } from '../../../client/pages/review/tally';

const submission = (score: number, counts: boolean): ReviewSubmission => ({
  seq: 1,
  at: 0,
  submission: null,
  points: Math.round(score * 100),
  right: score === 1,
  score,
  measure: null,
  counts,
  outcome: 'graded',
  sentBy: 'student',
});

const answer = (present: boolean, ...submissions: ReviewSubmission[]): ReviewAnswer => ({
  present,
  submissions,
});

test.each([
  ['right', answer(true, submission(1, true))],
  ['partial', answer(true, submission(0.4, true))],
  ['wrong', answer(true, submission(0, true))],
  ['unscored', answer(true, { ...submission(0, true), score: null, points: null })],
  ['answered', answer(true, { ...submission(0, true), outcome: 'ungraded', score: null, points: null })],
  ['silent', answer(true)],
  ['absent', answer(false)],
] as const)('an answer is %s', (verdict, given) => {
  expect(verdictOf(given)).toBe(verdict);
});

test('of several submissions the one that stood at the close is judged', () => {
  const given = answer(true, submission(1, false), submission(0, true));
  expect(counted(given)?.score).toBe(0);
  expect(verdictOf(given)).toBe('wrong');
});

const text = { it: 'Passo', en: 'Step' };
const step = (phase: ReviewStep['phase'], meanScore: number | null): ReviewStep => ({
  ...{
    index: 0,
    id: 'step',
    kind: 'choice',

    title: text,
    task: text,
    points: 100,
    phase,
    meanScore,
  },
  ...{
    view: null,
    picture: null,
    together: null,
    mistakes: [],
    prediction: null,
    after: null,
    present: 1,
    answered: 1,
    right: 1,
    answers: true,
    grades: true,
  },
});

test('the lesson’s mean is over the steps whose answer was shown', () => {
  expect(lessonMean([step('revealed', 0.5), step('revealed', 1), step('closed', 0)])).toBe(0.75);
  expect(lessonMean([step('revealed', null), step('waiting', null)])).toBeNull();
});

const student = (name: string, given: ReviewAnswer, kicked = false): ReviewStudent => ({
  ...{ seat: `seat-${name}`, name, kicked, rank: 1, points: 0, right: 0, steps: [given] },
  ...{ beside: false, share: 0 },
});

test('whom to ask: those who were there and did not get it, but for those sent out', () => {
  const students = [
    student('Ada', answer(true, submission(1, true))),
    student('Bo', answer(true, submission(0.5, true))),
    student('Cleo', answer(true)),
    student('Dino', answer(false)),
    student('Ugo', answer(true, submission(0, true)), true),
  ];
  expect(toAsk(students, 0).map(({ name }) => name)).toEqual(['Bo', 'Cleo']);
});

test('the hardest steps come first, those that nobody played last', () => {
  const steps = [
    { ...step('revealed', 1), index: 0, present: 4, right: 4 },
    { ...step('waiting', null), index: 1 },
    { ...step('closed', 0.2), index: 2, present: 4, right: 1 },
    { ...step('revealed', 0.5), index: 3, present: 4, right: 2 },
  ];
  expect(hardestFirst(steps).map(({ index }) => index)).toEqual([2, 3, 0, 1]);
});

test('how the class did counts everybody but those sent out', () => {
  const students = [
    student('Ada', answer(true, submission(1, true))),
    student('Bo', answer(true, submission(0.5, true))),
    student('Cleo', answer(true)),
    student('Dino', answer(false)),
    student('Ugo', answer(true, submission(0, true)), true),
  ];
  expect(tally(students, 0)).toEqual({
    ...{ right: 1, partial: 1, wrong: 0, answered: 0 },
    ...{ unscored: 0, silent: 1, absent: 1 },
  });
});
