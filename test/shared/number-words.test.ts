import { expect, test } from 'vitest';
import { numberWords, tenthsWords } from '#shared/number-words';

test.each([
  [0, '0', '0'],
  [0.1, '0,1', '0.1'],
  [-3, '\u22123', '\u22123'],
  [999, '999', '999'],
  [1_000, '1.000', '1,000'],
  [12_345_678.5, '12.345.678,5', '12,345,678.5'],
  [1e21, '1e+21', '1e+21'],
])('%d is written %s in Italian and %s in English', (value, italian, english) => {
  expect(numberWords(value, 'it')).toBe(italian);
  expect(numberWords(value, 'en')).toBe(english);
});

test('tenths keep their decimal, so that columns do not dance', () => {
  expect([10, -5, 0].map((value) => tenthsWords(value, 'it'))).toEqual(['1,0', '\u22120,5', '0,0']);
});
