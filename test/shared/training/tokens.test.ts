import { describe, expect, test } from 'vitest';
import { derive } from '#shared/rng';
import {
  DIGITS,
  LETTERS,
  NO_DIGIT,
  oneHot,
  PAIRS,
  privateLookups,
  TOKEN_NUMBERS,
  TOKENS,
  visibleLookups,
} from '#shared/training/sets/tokens';
import { HIDDEN_POINTS, OPEN_POINTS } from '#shared/training/sets/splits';
import { SEED } from '../../support/session';

const samples = visibleLookups(1_000, SEED);
const rows = samples.y.map((answer, i) => {
  const numbers = samples.x.slice(2 * TOKENS * i, 2 * TOKENS * (i + 1));
  const tokens = Array.from({ length: TOKENS }, (_, t) => ({
    letter: numbers[2 * t] as number,
    digit: numbers[2 * t + 1] as number,
  }));
  return { pairs: tokens.slice(0, PAIRS), asked: tokens.at(-1), answer };
});

describe('letters and digits', () => {
  test('six pairs of distinct letters, then one of these letters without a digit', () => {
    expect(samples.x).toHaveLength(1_000 * 2 * TOKENS);
    for (const { pairs, asked } of rows) {
      expect(new Set(pairs.map(({ letter }) => letter)).size).toBe(PAIRS);
      for (const { letter, digit } of pairs) {
        expect([letter >= 0 && letter < LETTERS, digit >= 0 && digit < DIGITS]).toEqual([true, true]);
      }
      expect(asked?.digit).toBe(NO_DIGIT);
    }
  });

  test('the answer is the digit that stands with the letter asked for', () => {
    for (const { pairs, asked, answer } of rows) {
      expect(pairs.filter(({ letter }) => letter === asked?.letter)).toEqual([
        { letter: asked?.letter, digit: answer },
      ]);
    }
  });

  test('every digit and every position is asked for about as often', () => {
    const count = (chosen: (row: (typeof rows)[number]) => boolean) => rows.filter(chosen).length;
    for (let digit = 0; digit < DIGITS; digit++) {
      const times = count(({ answer }) => answer === digit);
      expect(times > 60 && times < 140).toBe(true);
    }
    for (let position = 0; position < PAIRS; position++) {
      const times = count(({ pairs, asked }) => pairs[position]?.letter === asked?.letter);
      expect(times > 120 && times < 215).toBe(true);
    }
  });

  test('a phone makes the visible ones itself; the private ones come from the secret', () => {
    expect(visibleLookups(1_000, SEED)).toEqual(samples);
    const { open, hidden } = privateLookups(derive(SEED, 'secret'));
    expect([open.y.length, hidden.y.length]).toEqual([OPEN_POINTS, HIDDEN_POINTS]);
    expect(hidden.x.slice(0, 70)).not.toEqual(open.x.slice(0, 70));
    expect(privateLookups(SEED).hidden).not.toEqual(hidden);
  });

  test('for an rnn a token is a 1 for its letter and a 1 for its digit', () => {
    const { x, y } = oneHot({ x: [2, 5, 0, NO_DIGIT], y: [5] });
    const ones = x.flatMap((value, position) => (value === 1 ? [position] : []));
    expect([x.length, y, ones]).toEqual([
      2 * TOKEN_NUMBERS,
      [5],
      [2, LETTERS + 5, TOKEN_NUMBERS, TOKEN_NUMBERS + LETTERS + NO_DIGIT],
    ]);
    expect(x.filter((value) => value === 0)).toHaveLength(2 * TOKEN_NUMBERS - 4);
  });
});
