import { expect, test } from 'vitest';
import { moveBy } from '../../../client/activities/order/keys';
import { moved, rowAt, startOf } from '../../../client/activities/order/moving';

const items = ['a', 'b', 'c', 'd'].map((id) => ({ id, text: { en: id } }));
const view = { items, ends: { first: { en: 'first' }, last: { en: 'last' } } };
const from = (order: string | undefined, draft: unknown) => startOf(view, order, draft).join('');

test('an item that is moved takes the place that it is given, and the others keep their order', () => {
  expect(moved(['a', 'b', 'c', 'd'], 0, 2).join('')).toBe('bcad');
  expect(moved(['a', 'b', 'c', 'd'], 3, 0).join('')).toBe('dabc');
});

test('beyond an end an item stays at the end', () => {
  expect(moved(['a', 'b', 'c'], 0, -1).join('')).toBe('abc');
  expect(moved(['a', 'b', 'c'], 1, 7).join('')).toBe('acb');
});

test('a student starts in the order of their seat, and after a reload where they were', () => {
  expect(from('2031', null)).toBe('cadb');
  expect(from('2031', { order: ['d', 'c', 'b', 'a'] })).toBe('dcba');
});

test.each([
  ['of another step', { order: ['x', 'y', 'z', 'w'] }],
  ['that lacks an item', { order: ['a', 'b', 'c'] }],
  ['that has one twice', { order: ['a', 'b', 'c', 'c'] }],
  ['that is none', 'abcd'],
])('what a phone kept %s is not started from', (_what, draft) => {
  expect(from('2031', draft)).toBe('cadb');
});

test('a finger is over the row whose middle is nearest, also above the first and below the last', () => {
  const middles = [30, 80, 140];
  expect([-5, 52, 56, 109, 111, 900].map((y) => rowAt(middles, y))).toEqual([0, 0, 1, 1, 2, 2]);
});

test('arrow keys move by one place, and no other key does', () => {
  expect(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Enter', 'a'].map(moveBy)).toEqual([
    -1, 1, -1, 1, 0, 0,
  ]);
});
