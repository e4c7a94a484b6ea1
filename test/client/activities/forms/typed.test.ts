import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { locales } from '#shared/text';
import { numberTyped, typedNumber, typedValue } from '../../../../client/activities/kit/edit/typed';

describe.each(locales)('a number typed in %s', (locale) => {
  test('is read again as the number that it was', () => {
    const numbers = fc.double({ min: -1e15, max: 1e15, noNaN: true });
    fc.assert(
      fc.property(numbers, (value) => {
        expect(numberTyped(typedNumber(value, locale), locale)).toBe(value + 0);
      }),
    );
  });

  test('may have its decimals after a comma or a dot', () => {
    expect(numberTyped('0,5', locale)).toBe(0.5);
    expect(numberTyped('0.5', locale)).toBe(0.5);
    expect(numberTyped('−12,25', locale)).toBe(-12.25);
  });

  test('stays as it was typed while it is no number, so that nothing that somebody typed is lost', () => {
    expect(numberTyped('circa 5', locale)).toBe('circa 5');
    expect(typedValue('circa 5', locale)).toBe('circa 5');
  });

  test('is nothing where nothing is typed', () => {
    expect(numberTyped('  ', locale)).toBeUndefined();
    expect(typedValue(undefined, locale)).toBe('');
    expect(typedValue({ not: 'a number' }, locale)).toBe('');
  });
});

test('numbers have the decimal sign of the language, all their decimals, and nothing between thousands', () => {
  expect(typedNumber(1234567.5, 'it')).toBe('1234567,5');
  expect(typedNumber(1234567.5, 'en')).toBe('1234567.5');
  expect(typedNumber(0.00000015, 'it')).toBe('0,00000015');
  expect(typedNumber(-2e-9, 'en')).toBe('-0.000000002');
});
