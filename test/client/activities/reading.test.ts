import { expect, test } from 'vitest';
import type { Locale } from '#shared/text';
import { isBegun, readNumber, signChanged } from '../../../client/activities/numeric/reading';

test.each<[string, Locale, number | null]>([
  ['46', 'it', 46],
  [' 46 ', 'en', 46],
  ['1,5', 'it', 1.5],
  ['1.5', 'it', 1.5],
  ['1,5', 'en', 1.5],
  [',5', 'it', 0.5],
  ['-3', 'it', -3],
  ['\u22123', 'it', -3],
  ['\u20133,5', 'it', -3.5],
  ['+7', 'en', 7],
  ['835 584', 'it', 835_584],
  ['835\u202f584', 'it', 835_584],
  ['835\u2019584', 'it', 835_584],
  ['835.584', 'it', 835_584],
  ['835.584', 'en', 835.584],
  ['835,584', 'en', 835_584],
  ['835,584', 'it', 835.584],
  ['0.125', 'it', 0.125],
  ['1.234.567', 'it', 1_234_567],
  ['1.234,5', 'en', 1234.5],
  ['1,234.5', 'it', 1234.5],
  ['٤٦', 'it', 46],
  ['3٫5', 'en', 3.5],
  ['٨٣٥٬٥٨٤', 'it', 835_584],
  ['\u200e-٣٫٥', 'en', -3.5],
  ['835٫584', 'en', 835.584],
  ['1.234٫5', 'en', 1234.5],
  ['－3', 'it', -3],
  ['＋１，５', 'it', 1.5],
  ['１．５', 'en', 1.5],
  ['४६', 'en', 46],
  ['-0', 'it', 0],
  ['', 'it', null],
  ['-', 'it', null],
  [',', 'it', null],
  ['dodici', 'it', null],
  ['1e3', 'it', null],
  ['1,2,3', 'it', null],
  ['12 GB', 'it', null],
  ['٫', 'it', null],
  ['3٫5٫1', 'it', null],
  ['46%', 'it', null],
  ['--3', 'it', null],
])('%j in %s reads as %j', (text, locale, value) => {
  expect(readNumber(text, locale)).toBe(value);
});

test.each(['46%', '46 %', '٤٦٪', '４６％'])('where a percentage is asked for %s is 46', (text) => {
  expect(readNumber(text, 'it', { it: '%', en: '%' })).toBe(46);
  expect(readNumber(text, 'it', { it: 'GB', en: 'GB' })).toBeNull();
});

test.each(['', ' ', '-', '－', '−,', '.', '٫', '＋'])('%j is a number about to be written', (text) => {
  expect(isBegun(text)).toBe(true);
});

test.each(['x', '--', '3', '1,2,3'])('%j is more than a beginning', (text) => {
  expect(isBegun(text)).toBe(false);
});

test('the sign changes there and back', () => {
  expect(signChanged('3,5')).toBe('−3,5');
  expect(signChanged(signChanged('3,5'))).toBe('3,5');
  expect(signChanged('-2')).toBe('2');
  expect(signChanged('－3')).toBe('3');
});
