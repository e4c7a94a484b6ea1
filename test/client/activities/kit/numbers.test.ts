import { expect, test } from 'vitest';
import { percent, tenths } from '../../../../client/activities/kit/numbers';

test.each([
  [-15, 'it', '−1,5'],
  [0, 'it', '0,0'],
  [-0, 'en', '0.0'],
  [20, 'en', '2.0'],
] as const)('%d tenths in %s are %s', (value, locale, shown) => {
  expect(tenths(value, locale)).toBe(shown);
});

test('shares are whole percents', () => {
  expect(percent(1 / 3)).toBe('33%');
});
