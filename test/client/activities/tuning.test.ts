import { expect, test } from 'vitest';
import { type Neuron } from '#shared/activities/neuron/neuron';
import { rowsOf } from '#shared/activities/neuron/truth-table';
import { atRest, startOf, Tuning } from '../../../client/activities/neuron/tuning.svelte';

const flat: Neuron = { w: [0, 0], b: 0 };
const tuned = () => {
  const heard: Neuron[] = [];
  return { heard, tuning: new Tuning(flat, (neuron) => heard.push(neuron)) };
};

test('every move is heard, and moving to where one is already is none', () => {
  const { heard, tuning } = tuned();
  tuning.move({ w: [5, 0], b: 0 });
  tuning.move({ w: [5, 0], b: 0 });
  expect(heard).toEqual([{ w: [5, 0], b: 0 }]);
});

test('a drag is one change, which one undo takes back', () => {
  const { heard, tuning } = tuned();
  tuning.grasp();
  for (const b of [5, 10, 15]) tuning.move({ w: [0, 0], b });
  tuning.release();
  tuning.undo();
  expect(tuning.neuron).toEqual(flat);
  expect(tuning.undoable).toBe(false);
  expect(heard.at(-1)).toEqual(flat);
});

test('a drag that ends where it began leaves nothing to undo', () => {
  const { tuning } = tuned();
  tuning.grasp();
  tuning.move({ w: [0, 0], b: 5 });
  tuning.move(flat);
  tuning.release();
  expect(tuning.undoable).toBe(false);
});

test('key presses are undone one by one', () => {
  const { tuning } = tuned();
  tuning.move({ w: [0, 0], b: 5 });
  tuning.move({ w: [0, 0], b: 10 });
  tuning.undo();
  expect(tuning.neuron.b).toBe(5);
});

const rows = rowsOf('and');
const sent: Neuron = { w: [10, 10], b: -5 };

test.each<[string, unknown, Neuron | null, Neuron]>([
  ['the draft comes first', { w: [5, 5], b: 0 }, sent, { w: [5, 5], b: 0 }],
  ['without a draft what was sent', null, sent, sent],
  ['a draft of another gate is not for this one', { w: [5], b: 0 }, null, flat],
  ['a draft out of range is not kept', { w: [5, 99], b: 0 }, sent, sent],
  ['nor one of another shape', 'x', null, flat],
  ['all sliders start at 0', null, null, flat],
])('after a reload: %s', (_name, draft, submission, start) => {
  expect(startOf(atRest(rows), draft, submission)).toEqual(start);
});

test('a step that begins with a neuron begins with it, until something was turned or sent; undo stops there', () => {
  const and: Neuron = { w: [10, 10], b: -15 };
  expect(startOf(and, null, null)).toEqual(and);
  expect(startOf(and, { w: [10, 10], b: -10 }, null)).toEqual({ w: [10, 10], b: -10 });
  expect(startOf(and, null, sent)).toEqual(sent);
  const tuning = new Tuning(startOf(and, null, null), () => undefined);
  tuning.move({ w: [10, 10], b: -10 });
  tuning.undo();
  expect([tuning.neuron, tuning.undoable]).toEqual([and, false]);
});
