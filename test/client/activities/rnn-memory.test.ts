import { expect, test } from 'vitest';
import { LENGTHS, LONGEST, type Submission } from '#shared/activities/rnn-memory/config';
import { coarse } from '#shared/activities/rnn-memory/courses';
import { LATCH } from '#shared/activities/rnn-memory/grade';
import { keyOf } from '#shared/activities/rnn-memory/neuron';
import { inSight } from '#shared/activities/rnn-memory/noise';
import { UNTOUCHED } from '#shared/activities/rnn-memory/start';
import * as m from '../../../client/i18n/generated/messages.js';
import { courseOfNeuron, coursesOf, heldOf } from '../../../client/activities/rnn-memory/class';
import { endsOf, stateOfEnds } from '../../../client/activities/rnn-memory/pair';
import { startOf } from '../../../client/activities/rnn-memory/start';
import verdict from '../../../client/activities/rnn-memory/verdict';

const neuron = (h: number, x: number, b: number): Submission => ({ h, x, b });
const own = neuron(3, 15, -3);
const view = { lengths: [...LENGTHS] as [5, 20, 80], start: own };

test('a student goes on where the sliders were, else from what was sent, else from the seat’s own start', () => {
  const [draft, sent] = [neuron(20, 3, 0), neuron(-5, 2, 1)];
  expect(startOf(view, draft, sent)).toEqual(draft);
  for (const broken of [null, 'x', { h: 31, x: 0, b: 0 }, { h: 1 }, { h: 2.5, x: 0, b: 0 }]) {
    expect(startOf(view, broken, sent)).toEqual(sent);
    expect(startOf(view, broken, null)).toEqual(own);
  }
  expect(startOf({ ...view, start: null }, null, null)).toEqual(UNTOUCHED);
});

test('what became of the two strings is said in a word', () => {
  const state = (given: Submission) => stateOfEnds(endsOf(given, inSight(0)));
  expect(state(LATCH)).toBe(m.rnn_memory_apart());
  expect(state(UNTOUCHED)).toBe(m.rnn_memory_same());
  expect(state(neuron(25, -3, 0))).toBe(m.rnn_memory_swapped());
});

test('the class’s courses go to the last step, and those of an open step begin at the tenth', () => {
  const course = courseOfNeuron(LATCH);
  expect(course.at(0)?.[0]).toBe(1);
  expect(course.at(-1)?.[0]).toBe(LONGEST);
  const [open] = coursesOf({ held: {}, courses: { [coarse(LATCH)]: 1 } });
  expect(open?.at(0)?.[0]).toBe(10);
  expect(open?.at(-1)?.[0]).toBe(LONGEST);
  const swaps = courseOfNeuron(neuron(-25, 3, 0)).filter(([step]) => step >= 10);
  expect(swaps.every(([, apart]) => apart < -1.5)).toBe(true);
});

test('neurons that many hold come first, whoever sent theirs first', () => {
  const held = { '5,10,3': 1, [keyOf(LATCH)]: 3, '-5,2,1': 1 };
  const keys = heldOf({ held }).map(({ key }) => key);
  expect(keys).toEqual([keyOf(LATCH), '-5,2,1', '5,10,3']);
  expect(heldOf({ held }).map(({ neuron: one }) => one)[1]).toEqual(neuron(-5, 2, 1));
});

test('the verdict tells accuracies at each length beside those of the latch', () => {
  const said = verdict({ own: [0.8, 0.656, 0.5], latch: [0.99, 0.99, 0.98] }, view, 'it');
  expect(said.title).toBeNull();
  for (const part of ['80%, 66%, 50%', '5, 20, 80', '99%, 99%, 98%']) expect(said.words).toContain(part);
});
