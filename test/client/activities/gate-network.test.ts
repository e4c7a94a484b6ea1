import { expect, test } from 'vitest';
import { networkOf, ways, waysOnce } from '#shared/activities/gate-network/ways';
import { startWith } from '#shared/activities/gate-network/given';
import { nearest, waysFor } from '../../../client/activities/gate-network/nearest';
import { firstOpen, isChosen, neuronWords } from '../../../client/activities/gate-network/places';
import { startOf } from '../../../client/activities/gate-network/start';
import { found } from '../../../client/activities/gate-network/ways';
import { gateWords, HIDDEN } from '#shared/activities/neuron/gate-words';
import { cornerGates, rowsOf } from '#shared/activities/neuron/truth-table';
import { passed } from '../../../client/activities/gate-network/passing';
import { gateSpoken, isFormula } from '../../../client/activities/neuron/spoken';

const or = { place: 0, gate: 'or' } as const;
const usual = networkOf({ hidden: ['or', 'nand'], output: 'and' });

test('what stands already leaves two ways open, and the nearest is the one that changes the fewest neurons', () => {
  const open = waysFor(ways(), or);
  expect(open.map(({ hidden }) => hidden[1])).toEqual(['and', 'nand']);
  expect(nearest(open, { ...usual, output: startWith(null).output })?.hidden[1]).toBe('nand');
  expect(nearest(open, networkOf({ hidden: ['or', 'and'], output: 'or' }))?.hidden[1]).toBe('and');
});

test('a neuron is said by its gate in the letters that it has before it, and as open until it is chosen', () => {
  expect(neuronWords({ w: [10, -10], b: -5 }, 0, 'other')).toBe('x₀ ∧ ¬x₁');
  expect(neuronWords({ w: [10, -10], b: -5 }, 2, 'other')).toBe('h₁ ∧ ¬h₂');
  expect(neuronWords({ w: [10, 0], b: -5 }, 0, 'other')).toBe('other');
  expect(neuronWords({ w: [0, 0], b: 0 }, 0, 'other')).toBe('?');
});

test('a network can be sent once each of its neurons was chosen; the first to choose does not stand already', () => {
  expect(isChosen(usual)).toBe(true);
  expect(isChosen({ ...usual, output: startWith(null).output })).toBe(false);
  expect([firstOpen(null), firstOpen(or), firstOpen({ ...or, place: 1 })]).toEqual([0, 1, 0]);
});

test('a neuron that nobody has chosen says nothing yet, and the output nothing before all three are chosen', () => {
  const start = startWith({ place: 1, gate: 'and' });
  expect(passed(start).map(({ cells }) => cells.join(' '))).toEqual([
    '0 0 ? 0 ? 0',
    '0 1 ? 0 ? 1',
    '1 0 ? 0 ? 1',
    '1 1 ? 1 ? 0',
  ]);
  const two = { ...usual, output: startWith(null).output };
  expect(passed(two).map(({ cells, right }) => [cells.join(' '), right])).toEqual([
    ['0 0 0 1 ? 0', null],
    ['0 1 1 1 ? 1', null],
    ['1 0 1 1 ? 1', null],
    ['1 1 1 0 ? 0', null],
  ]);
  expect(passed(usual).every(({ right }) => right === true)).toBe(true);
});

test('a gate without a name is read out in words, without signs', () => {
  for (const gate of cornerGates) expect(gateSpoken(gate)).not.toMatch(/[¬∧∨]/);
  expect(gateSpoken('not-x0-or-x1', HIDDEN)).toMatch(/h₁.*h₂/);
  expect(
    cornerGates
      .filter(isFormula)
      .map((gate) => gateWords(gate))
      .join(),
  ).toBe('x₀ ∧ ¬x₁,¬x₀ ∧ x₁,¬x₀ ∨ x₁,x₀ ∨ ¬x₁');
});

test('a student goes on from what this phone kept, with what stands already in its place', () => {
  const view = { rows: rowsOf('xor'), given: or };
  const kept = networkOf({ hidden: ['nor', 'nand'], output: 'and' });
  expect(startOf(view, kept, null)).toEqual(usual);
  expect(startOf(view, null, kept)).toEqual(usual);
  for (const nonsense of [
    null,
    'x',
    {},
    { hidden: [], output: null },
    { ...kept, output: { w: [99, 0], b: 0 } },
  ])
    expect(startOf(view, nonsense, null)).toEqual(startWith(or));
});

test('before the reveal the ways that were found stand first and the others are blank', () => {
  const tiles = found({ 'or + nand': 1, 'and + or': 4 }, null);
  expect(tiles.map(({ hidden, count }) => [hidden?.join() ?? null, count])).toEqual([
    ['and,or', 4],
    ['or,nand', 1],
    ...Array.from({ length: 6 }, () => [null, 0]),
  ]);
  expect(new Set(tiles.map(({ key }) => key)).size).toBe(8);
});

test('at the reveal all eight have their gates, and those that were found their students', () => {
  const tiles = found({ 'or + nand': 3 }, waysOnce());
  expect(tiles).toHaveLength(8);
  expect(tiles.filter(({ count }) => count > 0)).toEqual([
    { key: 'or + nand', hidden: ['or', 'nand'], output: 'and', count: 3 },
  ]);
});
