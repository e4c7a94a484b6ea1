import { expect, test } from 'vitest';
import { beforeWhy, MOMENT } from '../../../client/pages/screen/beats';

test('the explanation comes a moment after the right answer when a class looks on', () => {
  expect(beforeWhy({ live: true, still: false })).toBe(MOMENT);
});

test('a page that is loaded on a revealed step explains at once', () => {
  expect(beforeWhy({ live: false, still: false })).toBe(0);
});

test('whoever wants no motion is told at once', () => {
  expect(beforeWhy({ live: true, still: true })).toBe(0);
});
