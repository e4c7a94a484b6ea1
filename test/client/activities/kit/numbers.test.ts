import { expect, test } from 'vitest';
import {
  decimal,
  finePercent,
  percent,
  tenths,
  whole,
  written,
} from '../../../../client/activities/kit/numbers';

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

test.each([
  [999, 'it', '999'],
  [1_000, 'it', '1.000'],
  [1_000, 'en', '1,000'],
  [835_584, 'it', '835.584'],
  [-34_816, 'en', '−34,816'],
] as const)(
  '%d has its thousands apart, in %s too where they are four digits: %s',
  (value, locale, shown) => {
    expect(whole(value, locale)).toBe(shown);
  },
);

test.each([
  [0.5, 'it', '0,5'],
  [-0.3, 'en', '−0.3'],
  [1_234.5, 'it', '1.234,5'],
  [7, 'en', '7'],
] as const)('%d has in %s the decimals that it has: %s', (value, locale, shown) => {
  expect(written(value, locale)).toBe(shown);
});

test('what is rounded to 0 has no sign', () => {
  expect(decimal(-0.04, 'it')).toBe('0,0');
});

test('a fine share has one decimal', () => {
  expect([finePercent(0.785, 'it'), finePercent(0.785, 'en')]).toEqual(['78,5%', '78.5%']);
});
