import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keysOf, parseName } from '../../server/live/names';
import { names as rehearsed } from '../../server/rehearsal/names';
import { told } from './told';
import { table } from './table';

describe('a name as it is typed', () => {
  test(`the table has at least 150, each once`, () => {
    expect(table.length).toBeGreaterThanOrEqual(150);
    expect(new Set(table.map(({ typed }) => typed)).size).toBe(table.length);
  });

  test.each(table.map((row) => [told(row.typed), row.decides, row] as const))(
    '%s: %s',
    (_name, _why, row) => {
      const parsed = parseName(row.typed);
      expect(parsed.ok ? { text: parsed.value.text } : { code: parsed.error }).toEqual(row.becomes);
    },
  );

  test('what is shown is NFC, and typed once more it stays as it is', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc
        .array(fc.constantFrom(...table.flatMap((row) => [...row.typed])), { maxLength: 30 })
        .map((chars) => chars.join('')),
    );
    fc.assert(
      fc.property(typed, (name) => {
        const parsed = parseName(name);
        if (!parsed.ok) return;
        const { text } = parsed.value;
        expect(text).toBe(text.normalize('NFC'));
        expect(parseName(text)).toEqual(parsed);
      }),
      { numRuns: 3_000, seed: 9 },
    );
  });
});

const same = (one: string, other: string): boolean => keysOf(one).some((key) => keysOf(other).includes(key));

describe('the same name', () => {
  test.each([
    ['Anna', 'ANNA', 'Lowercase_Mapping'],
    ['Anna', ' anna  ', 'White_Space'],
    ['Anna', 'Аnnа', 'UTS 39, Cyrillic а'],
    ['Anna', 'ΑΝΝΑ', 'UTS 39, Greek capitals'],
    ['anna', 'ΑΝΝΑ', 'UTS 39, Greek capitals, in another case'],
    ['Anna', 'A\uFE00nna', 'Default_Ignorable_Code_Point'],
    ['Anna', 'An\u200Bna', 'Default_Ignorable_Code_Point'],
    ['Anna', 'Ａｎｎａ', 'Compatibility_Decomposition'],
    ['Anna', '𝓐𝓷𝓷𝓪', 'Compatibility_Decomposition'],
    ['Alice', 'AIice', 'UTS 39, capital I'],
    ['Alice', 'A1ice', 'UTS 39, one'],
    ['Alice', 'ΑLICE', 'UTS 39, Greek Α'],
    ['Bob', 'ВоЬ', 'UTS 39, Cyrillic'],
    ['Bob', 'B०b', 'UTS 39, a Devanagari zero'],
    ['Marco', 'rnarco', 'UTS 39, rn'],
    ['Ivan', 'Іvan', 'UTS 39, Ukrainian І'],
    ['İrem', 'irem', 'Soft_Dotted'],
    ['Straße', 'STRASSE', 'Uppercase_Mapping'],
    ['ΝΙΚΟΣ', 'νικος', 'Lowercase_Mapping without the final sigma'],
    ['Zoë', 'Zoe\u0308', 'Canonical_Decomposition'],
    ['نازنین\u200Cزهرا', 'نازنینزهرا', 'Default_Ignorable_Code_Point'],
    ['രമേശന്\u200D', 'രമേശന്', 'Default_Ignorable_Code_Point'],
    ['❤\uFE0F', '❤', 'Default_Ignorable_Code_Point'],
    ['葛\u{E0100}', '葛', 'Default_Ignorable_Code_Point'],
    ['カ', '力', 'UTS 39, katakana and Han'],
  ])('%s and %s (%s)', (one, other) => {
    expect(same(one, other)).toBe(true);
  });

  test.each([
    ['Anna', 'Anno'],
    ['Anna', 'Ánna'],
    ['Ian', 'Lan'],
    ['Lia', 'Ila'],
    ['Nina', 'Vina'],
    ['Luca', 'Lyca'],
    ['Анна', 'Инна'],
    ['علی', 'علا'],
    [
      '🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}',
      '🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}',
    ],
    ['👩🏽\u200D🚀', '👩🏿\u200D🚀'],
    ['🇮🇹', '🇫🇷'],
    ['Bo 2', 'Bo 3'],
  ])('%s is not %s', (one, other) => {
    expect(same(one, other)).toBe(false);
  });

  test('of the simulated class no two are the same', () => {
    const keys = rehearsed.flatMap((name) => keysOf(name));
    expect(new Set(keys).size).toBe(keys.length);
  });
});
