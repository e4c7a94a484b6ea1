/**
 * The lookup task: six tokens of a letter and a digit, then a letter alone; the answer is the digit that stood with
 * it. The letters of the six are distinct, so there is one answer, and only comparing letters finds
 * it.
 */
import { rng, shuffled, type Rng, type Seed } from '../../rng';
import type { Samples } from '../samples';
import { HIDDEN_POINTS, OPEN_POINTS } from './splits';

/** Tokens that hold a letter and its digit. */
export const PAIRS = 6;
/** Letters to draw from, so that some are always missing. */
export const LETTERS = 8;
export const DIGITS = 10;
/** The value of the last token's digit: none. */
export const NO_DIGIT = DIGITS;

/** Values of each part of a token, letter and digit, as a transformer takes them. */
export const TOKEN_VOCABULARY = [LETTERS, DIGITS + 1] as const;
/** Tokens of a sample. */
export const TOKENS = PAIRS + 1;

/** One sample: the letter and the digit of each token, and the digit that is asked for. */
function question(random: Rng): { readonly x: readonly number[]; readonly y: number } {
  const letters = shuffled([...Array(LETTERS).keys()], random).slice(0, PAIRS);
  const digits = letters.map(() => random.below(DIGITS));
  const asked = random.below(PAIRS);
  const pairs = letters.flatMap((letter, i) => [letter, digits[i] as number]);
  return { x: [...pairs, letters[asked] as number, NO_DIGIT], y: digits[asked] as number };
}

/** `n` samples: x is letter and digit of seven tokens (whole numbers from 0 on), y the digit. */
export function lookups(n: number, random: Rng): Samples {
  const drawn = Array.from({ length: n }, () => question(random));
  return { x: drawn.flatMap(({ x }) => x), y: drawn.map(({ y }) => y) };
}

/** The samples that students see and networks learn from; phones make them themselves. */
export const visibleLookups = (samples: number, seed: Seed): Samples => lookups(samples, rng(seed, 'train'));

/** What a network is judged by, from a seed that never leaves the server. */
export const privateLookups = (secret: Seed): { readonly open: Samples; readonly hidden: Samples } => ({
  open: lookups(OPEN_POINTS, rng(secret, 'open')),
  hidden: lookups(HIDDEN_POINTS, rng(secret, 'hidden')),
});

/** Numbers of a token in which one stands for each value of each part: how an rnn or an mlp reads tokens. */
export const TOKEN_NUMBERS = LETTERS + DIGITS + 1;

/** The same samples with a 1 for each letter and each digit that is there and 0 elsewhere. */
export function oneHot({ x, y }: Samples): Samples {
  const token = (letter: number, digit: number) =>
    Array.from({ length: TOKEN_NUMBERS }, (_, k) => (k === letter || k === LETTERS + digit ? 1 : 0));
  const tokens = Array.from({ length: x.length / 2 }, (_, i) =>
    token(x[2 * i] as number, x[2 * i + 1] as number),
  );
  return { x: tokens.flat(), y };
}
