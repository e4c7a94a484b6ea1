import type { Samples } from '../samples';

/** Ink of each of 8x8 pixels, row by row, 0 to 16, and which digit it is, 0 to 9. */
export interface Digit {
  readonly pixels: readonly number[];
  readonly y: number;
}

const PIXELS = 64;
const MOST = 16;

/** What 0 to 16 are written as: a server that starts writes and reads each of the 1,797 many times. */
const CHARACTERS = '0123456789abcdefg';

/** A digit as it is written down: its ink and then itself, a character each. */
export function rowOf({ pixels, y }: Digit): string {
  let row = '';
  for (const ink of pixels) row += CHARACTERS.charAt(ink);
  return row + CHARACTERS.charAt(y);
}

export function digitOf(row: string): Digit {
  const values = Array.from(row, (character) => CHARACTERS.indexOf(character));
  return { pixels: values.slice(0, PIXELS), y: values[PIXELS] as number };
}

/** As a training takes them: ink from 0 to 1, in sixteenths. */
export const picturesOf = (some: readonly Digit[]): Samples => ({
  x: some.flatMap(({ pixels }) => pixels.map((ink) => ink / MOST)),
  y: some.map(({ y }) => y),
});
