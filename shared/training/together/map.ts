import { cellCentres, GENERATED_EXTENT } from '../map';

/** A value in steps from 0 to 63, each a letter: a map travels four times a second. */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const STEPS = LETTERS.length - 1;

/** The centres of a map's cells, as points. */
export const cells = (side: number): Float32Array => cellCentres(side, GENERATED_EXTENT);

/** An output of -1 .. 1 as a step: what is surer than that is as sure. */
const stepOf = (said: number): number => Math.round(((Math.max(-1, Math.min(1, said)) + 1) / 2) * STEPS);

/** What a network says of each cell, row by row from the top left, a letter each. */
export const packed = (said: ArrayLike<number>): string =>
  Array.from(said, (one) => LETTERS[stepOf(one)] as string).join('');

/** The same as values from 0 to 1, for a picture. */
export const unpacked = (map: string): Float32Array =>
  Float32Array.from(map, (letter) => LETTERS.indexOf(letter) / STEPS);

/** Yes or no for each cell, six to a letter. */
export function packedBits(bits: readonly boolean[]): string {
  let text = '';
  for (let at = 0; at < bits.length; at += 6)
    text += LETTERS[[0, 1, 2, 3, 4, 5].reduce((sum, i) => sum + (bits[at + i] ? 1 << i : 0), 0)] as string;
  return text;
}

export const unpackedBits = (text: string): boolean[] =>
  Array.from(text).flatMap((letter) =>
    [0, 1, 2, 3, 4, 5].map((i) => ((LETTERS.indexOf(letter) >> i) & 1) === 1),
  );
