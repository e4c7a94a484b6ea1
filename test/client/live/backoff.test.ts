import { expect, test } from 'vitest';
import { pauseBefore } from '../../../client/live/backoff';

test('pauses double from 0.4 s and stop growing at 5 s', () => {
  expect([1, 2, 3, 4, 5, 6, 50].map((attempt) => pauseBefore(attempt, 0.5))).toEqual([
    400, 800, 1_600, 3_200, 5_000, 5_000, 5_000,
  ]);
});

test('chance spreads a class by a half in both directions', () => {
  expect(pauseBefore(1, 0)).toBe(200);
  expect(pauseBefore(1, 0.999)).toBeCloseTo(600, 0);
});
