import { expect, test } from 'vitest';
import { plainDigits } from '#shared/digits';

/** The zeros of some scripts, from the Unicode Character Database (general category Nd). */
const zeros = {
  Latin: 0x30,
  'Arabic-Indic': 0x660,
  'Extended Arabic-Indic': 0x6f0,
  Devanagari: 0x966,
  Bengali: 0x9e6,
  Thai: 0xe50,
  'full-width': 0xff10,
  'mathematical sans-serif bold, a third row of ten': 0x1d7ec,
};

test.each(Object.entries(zeros))('the ten digits of %s are 0 to 9', (_script, zero) => {
  const ten = Array.from({ length: 10 }, (_, i) => String.fromCodePoint(zero + i)).join('');
  expect(plainDigits(ten)).toBe('0123456789');
});

test('what is no digit stays: letters, a superscript, a number that is a letter', () => {
  expect(plainDigits('a² Ⅷ 四 ٤٦')).toBe('a² Ⅷ 四 46');
});

test('every digit of Unicode is one of 0 to 9, and its rows are whole', () => {
  const all = Array.from({ length: 0x110000 }, (_, i) => i)
    .filter((point) => point < 0xd800 || point > 0xdfff)
    .map((point) => String.fromCodePoint(point))
    .filter((character) => /\p{Nd}/u.test(character));
  const plain = plainDigits(all.join(''));
  expect(plain).toBe('0123456789'.repeat(all.length / 10));
});
