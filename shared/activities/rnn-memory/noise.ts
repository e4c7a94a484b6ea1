import { rng, type Rng } from '../../rng';
import { log } from '../../training/math';
import { LONGEST } from './config';

/** x₂ … x_T of strings, one after the other: what comes after the first bit. */
export const NOISE = LONGEST - 1;

/** N(0, 1), so many of them: the polar method (Marsaglia and Bray 1964), which takes no sine. */
export function normal(random: Rng, count: number): Float32Array {
  const drawn = new Float32Array(count);
  for (let i = 0; i < count; i += 2) {
    const [x, y, scale] = pair(random);
    drawn[i] = x * scale;
    if (i + 1 < count) drawn[i + 1] = y * scale;
  }
  return drawn;
}

/** A place in the disc, and what makes both of its coordinates normal. */
function pair(random: Rng): readonly [x: number, y: number, scale: number] {
  for (;;) {
    const [x, y] = [2 * random.unit() - 1, 2 * random.unit() - 1];
    const square = x * x + y * y;
    if (square > 0 && square < 1) return [x, y, Math.sqrt((-2 * log(square)) / square)];
  }
}

/** The noise of the strings that everybody sees; a phone can look at one after another. */
export const inSight = (number: number): Float32Array => normal(rng('rnn-memory', `noise ${number}`), NOISE);
