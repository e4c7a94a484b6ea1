import { describe, expect, test } from 'vitest';
import { shareOf, standsBefore, zeroOf } from '../../../../client/activities/kit/slider';

const weight = { min: -20, max: 20 };
const marks = { min: 0, max: 6 };

test('the thumb stands where its value lies between the ends', () => {
  expect([-20, 0, 5, 20].map((value) => shareOf(value, weight))).toEqual([0, 0.5, 0.625, 1]);
  expect([0, 3, 6].map((value) => shareOf(value, marks))).toEqual([0, 0.5, 1]);
});

test('a slider that can hold one value only has it at its beginning', () => {
  expect(shareOf(0, { min: 0, max: 0 })).toBe(0);
});

test('0 is marked where a slider goes through it, wherever that is', () => {
  expect(zeroOf(weight)).toBe(0.5);
  expect(zeroOf({ min: -10, max: 30 })).toBe(0.25);
  expect(zeroOf(marks)).toBeNull();
});

describe('the value stands on the far side of the thumb', () => {
  test.each([
    ['just right of 0: to the right', 0.55, 0.5, false],
    ['just left of 0: to the left', 0.45, 0.5, true],
    ['at 0: to the right', 0.5, 0.5, false],
    ['near the right end, where there is no room', 0.9, 0.5, true],
    ['near the left end, where there is none', 0.1, 0.5, false],
    ['without a 0: to the right', 0.3, null, false],
    ['without a 0, near the end', 0.95, null, true],
  ])('%s', (_name, share, zero, before) => {
    expect(standsBefore(share, zero, '−1,5')).toBe(before);
  });
});

test('longer words need more room between the thumb and the end', () => {
  expect(standsBefore(0.75, null, '7,5')).toBe(false);
  expect(standsBefore(0.75, null, '75 students')).toBe(true);
});

test('large letters are never cut off, though they may cover the mark at 0', () => {
  expect(standsBefore(0.25, 0.5, '−1,0', 1.625)).toBe(false);
  expect(standsBefore(0.75, 0.5, '1,0', 1.625)).toBe(true);
});
