import { expect, test } from 'vitest';
import type { ReviewAnswer, ReviewStep, ReviewStudent } from '#shared/session/review';
import { hardest, thereIn, whomToAsk } from '../../../client/pages/review/glance/glance';
import { misconceptions } from '../../../client/pages/review/glance/misconceptions';
import { partsOf } from '../../../client/pages/review/tally';

const text = (words: string) => ({ it: words, en: words });

const step = (index: number, over: Partial<ReviewStep> = {}): ReviewStep => ({
  ...{ index, id: `step-${index}`, kind: 'choice', title: text('t'), task: text('t'), points: 100 },
  ...{
    phase: 'revealed',
    view: null,
    picture: null,
    together: null,
    after: null,
    mistakes: [],
    prediction: null,
  },
  ...{ present: 4, answered: 4, right: 2, meanScore: 0.5, answers: true, grades: true },
  ...over,
});

type Fared = 'right' | 'wrong' | 'silent' | 'absent' | 'unscored';

const answered = (fared: Fared): ReviewAnswer => ({
  present: fared !== 'absent',
  submissions:
    fared === 'silent' || fared === 'absent'
      ? []
      : [
          {
            ...{ seq: 1, at: 0, submission: null, sentBy: 'student', outcome: 'graded', counts: true },
            measure: null,
            ...{ points: 0, right: fared === 'right' },
            score: fared === 'unscored' ? null : Number(fared === 'right'),
          },
        ],
});

const student = (name: string, fared: readonly Fared[], kicked = false): ReviewStudent => ({
  ...{ seat: `seat-${name}`, name, kicked, rank: 1, beside: false, share: 0, points: 0, right: 0 },
  steps: fared.map(answered),
});

const six = [0, 1, 2, 3, 4, 5].map((index) => step(index));
const asked = (...students: ReviewStudent[]) => whomToAsk(students, six).map(({ student: { name } }) => name);

test('the bar of a step holds those who were there, part after part, and nobody else', () => {
  const students = [
    student('Ada', ['right']),
    student('Bo', ['wrong']),
    student('Cleo', ['silent']),
    student('Dino', ['right']),
    student('Ezio', ['absent']),
    student('Ugo', ['wrong'], true),
  ];
  expect(partsOf(thereIn(students, 0))).toEqual([
    { verdict: 'right', count: 2, from: 0, share: 50 },
    { verdict: 'wrong', count: 1, from: 50, share: 25 },
    { verdict: 'silent', count: 1, from: 75, share: 25 },
  ]);
});

test('the hardest are three, without those that everybody got right or that have no right answer', () => {
  const steps = [
    step(0, { right: 4 }),
    step(1, { right: 3 }),
    step(2, { right: 0 }),
    step(3, { grades: false, right: 0 }),
    step(4, { phase: 'waiting', present: 0, right: 0 }),
    step(5, { right: 1 }),
    step(6, { right: 2 }),
  ];
  expect(hardest(steps).map(({ index }) => index)).toEqual([2, 5, 6]);
  expect(hardest([step(0, { right: 4 })])).toEqual([]);
});

test('asked is who was right in less than one step of three', () => {
  const third = student('Third', ['right', 'right', 'wrong', 'wrong', 'wrong', 'wrong']);
  const less = student('Less', ['right', 'wrong', 'wrong', 'wrong', 'wrong', 'wrong']);
  expect(asked(third, less)).toEqual(['Less']);
});

test('asked is who left one step of three without an answer, even with the others right', () => {
  const stuck = student('Stuck', ['right', 'right', 'right', 'right', 'silent', 'silent']);
  const once = student('Once', ['right', 'right', 'right', 'right', 'right', 'silent']);
  expect(asked(once, stuck)).toEqual(['Stuck']);
});

test('whoever was there for fewer than three steps is not judged, nor by what the server could not score', () => {
  const late = student('Late', ['absent', 'absent', 'absent', 'absent', 'wrong', 'wrong']);
  const unlucky = student('Unlucky', ['unscored', 'unscored', 'unscored', 'unscored', 'wrong', 'wrong']);
  expect(asked(late, unlucky)).toEqual([]);
});

test('who struggled most comes first; who was sent out or has no name any more is not asked', () => {
  const wrong = ['wrong', 'wrong', 'wrong', 'wrong', 'wrong'] as const;
  expect(
    asked(
      student('One', ['right', ...wrong]),
      student('None', ['wrong', ...wrong]),
      student('Gone', ['wrong', ...wrong], true),
      student('', ['wrong', ...wrong]),
    ),
  ).toEqual(['None', 'One']);
});

test('mistakes are told with all who made them, the commonest first', () => {
  const made = (id: string, ...seats: string[]) => ({ id, why: text(id), seats });
  const students = [student('Ada', []), student('', []), student('Cleo', [])];
  const steps = [
    step(0, { mistakes: [made('rare', 'seat-Ada')] }),
    step(1, { mistakes: [made('common', 'seat-Cleo', 'seat-'), made('odd', 'seat-Ada')] }),
    step(2),
  ];
  const told = misconceptions(steps, students);
  expect(told.map(({ why, names }) => [why.en, names])).toEqual([
    ['common', ['Cleo', '']],
    ['rare', ['Ada']],
    ['odd', ['Ada']],
  ]);
});
