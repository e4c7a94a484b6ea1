import type { Seed } from '../../rng';
import type { Samples } from '../samples';
import { DIGITS_TABLE } from './digits-table';
import { partsOf } from './parts';

/** Ink of each of 8x8 pixels, row by row, 0 to 16, and which digit it is, 0 to 9. */
export interface Digit {
  readonly pixels: readonly number[];
  readonly y: number;
}

const PIXELS = 64;
const MOST = 16;

function digitOf(line: string): Digit {
  const values = Array.from(line, (character) => parseInt(character, MOST + 1));
  return { pixels: values.slice(0, PIXELS), y: values[PIXELS] as number };
}

/** All 1,797. For servers: a phone must never load the hidden ones. */
export const digits: readonly Digit[] = DIGITS_TABLE.trim().split('\n').map(digitOf);

/** How many of them students see; of the others, how many stand behind the public figures of a race. */
export const VISIBLE_DIGITS = 1_000;
const OPEN_DIGITS = 297;

/** As a training takes them: ink from 0 to 1, in sixteenths. */
export const picturesOf = (some: readonly Digit[]): Samples => ({
  x: some.flatMap(({ pixels }) => pixels.map((ink) => ink / MOST)),
  y: some.map(({ y }) => y),
});

/** The three parts of a race: 1,000 to learn from, 297 behind its public figures, 500 behind its points. */
export function digitRace(
  secret: Seed,
  visible = VISIBLE_DIGITS,
): { readonly train: Samples; readonly open: Samples; readonly hidden: Samples } {
  const [train = [], open = [], hidden = []] = partsOf(digits, secret, 'digits', [
    visible,
    visible + OPEN_DIGITS,
  ]);
  return { train: picturesOf(train), open: picturesOf(open), hidden: picturesOf(hidden) };
}
