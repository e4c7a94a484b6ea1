import { expect, test } from 'vitest';
import { review } from '#shared/session/review';
import { pairsOf } from '../../../client/pages/review/comparison/comparison';
import { bestNeuron, gate, lessonOf, picks, silentNeuron, single } from '../../support/lesson';
import { classOf, names, type Classroom } from '../../support/session';
import { bind, cardStep } from '../../support/made-up';

const told = ({ log }: Classroom) => review(log, names, bind);

test('steps of two sessions stand side by side by their own name, however the lesson was changed since', () => {
  const before = classOf(lessonOf(single(), gate()), ['ada', 'ben']);
  before.played(0, { ada: picks('c'), ben: picks('a') }).played(1, { ada: bestNeuron, ben: bestNeuron });
  const since = classOf(lessonOf(gate(), single({ id: 'new' }), single()), ['cleo', 'dora', 'ezio']);
  since.played(0, { cleo: bestNeuron, dora: silentNeuron, ezio: silentNeuron });
  since.played(1, { cleo: picks('c') }).played(2, { cleo: picks('c') });
  expect(pairsOf(told(since), told(before)).map(({ step, here, there }) => [step.id, here, there])).toEqual([
    ['gate', 33, 100],
    ['new', 100, null],
    ['single', 100, 50],
  ]);
});

test('what was not played, not answered or has no right answer has no share', () => {
  const here = classOf(lessonOf(cardStep(), single(), gate()), ['ada'], { bind });
  here.go({ at: 'step', step: 0 });
  here.played(1);
  const there = classOf(lessonOf(single()), ['ben']).played(0, { ben: picks('a') });
  expect(pairsOf(told(here), told(there)).map((pair) => [pair.step.id, pair.here, pair.there])).toEqual([
    ['single', null, 0],
    ['gate', null, null],
  ]);
});
