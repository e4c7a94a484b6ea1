import { expect, test } from 'vitest';
import { cellsOf } from '../../../client/activities/numeric/cells';
import { planOf } from '../../../client/activities/numeric/neuron';

const drawing: Parameters<typeof planOf>[0] = {
  ...{ draws: 'neuron', inputs: 3, sigma: false, within: null },
  numbers: { w: [2, -1, 0.5], x: [1, 4, 2], b: -5 },
};

test('a neuron stands with its own numbers, negative ones known by their sign', () => {
  const { inputs, weights, bias } = planOf(drawing, 'it');
  expect(inputs.map(({ value }) => value)).toEqual(['1', '4', '2']);
  expect(weights.map(({ words, sign }) => [words.text, sign])).toEqual([
    ['2', 1],
    ['−1', -1],
    ['0,5', 1],
  ]);
  expect([bias.words.text, bias.sign]).toEqual(['−5', -1]);
});

test('where everybody has other numbers it stands with letters', () => {
  const { inputs, weights, bias } = planOf({ ...drawing, numbers: null }, 'it');
  expect(inputs.map(({ index, value }) => [index, value])).toEqual([
    [1, null],
    [2, null],
    [3, null],
  ]);
  expect(weights.map(({ words }) => [words.text, words.index])).toEqual([
    ['w', 1],
    ['w', 2],
    ['w', 3],
  ]);
  expect([bias.words.text, bias.sign]).toEqual(['b', null]);
});

test('σ stands behind the sum only where it is asked for', () => {
  expect(planOf(drawing, 'en').sigma).toBeNull();
  const { sigma, out } = planOf({ ...drawing, sigma: true }, 'en');
  expect(sigma).not.toBeNull();
  expect(out.wires).toHaveLength(2);
});

test('1024 cards are 1024 squares, a million is a figure', () => {
  const cards = cellsOf(1_024);
  expect([cards?.columns, cards?.rows]).toEqual([32, 32]);
  expect(cards?.path.match(/M/g)).toHaveLength(1_024);
  expect(cellsOf(1_000_000)).toBeNull();
});
