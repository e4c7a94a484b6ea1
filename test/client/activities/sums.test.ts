import { expect, test } from 'vitest';
import { pairsOf, spoken, termsOf, together } from '../../../client/activities/xor-proof/sums';

test('adding the two rows that are silent gives the same left side as adding the two that fire', () => {
  expect(termsOf([0, 3])).toEqual([1, 1, 2]);
  expect(termsOf([1, 2])).toEqual([1, 1, 2]);
});

test('two inequalities of the same sense add up, two of different senses say nothing', () => {
  expect(together([0, 3], [0, 1, 1, 0])).toBe('<');
  expect(together([1, 2], [0, 1, 1, 0])).toBe('≥');
  expect(together([0, 1], [0, 1, 1, 0])).toBe('?');
});

test('two picked rows leave the two others', () => {
  expect(pairsOf([3, 0])).toEqual([
    [0, 3],
    [1, 2],
  ]);
  expect(pairsOf([1])).toBeNull();
});

test('an inequality is read out as it is written', () => {
  expect(spoken(termsOf([0, 3]), '<')).toBe('w₀ + w₁ + 2b < 0');
});
