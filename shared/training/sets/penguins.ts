/**
 * Adelie and Gentoo penguins by their bills: the rows of palmerpenguins that have both measures, in its order.
 * K. Gorman / Palmer Station LTER, CC0 1.0. For servers: a phone must never load the hidden ones.
 */
import type { Seed } from '../../rng';
import type { Points } from '../request';
import { partsOf } from './parts';
import { standardPoint, type Penguin } from './penguin';
import { dealt, sharedOut, type Share } from './shares';

/** Bill length and depth in tenths of a millimetre, one after the other. */
const ADELIE = [
  391, 187, 395, 174, 403, 180, 367, 193, 393, 206, 389, 178, 392, 196, 341, 181, 420, 202, 378, 171, 378,
  173, 411, 176, 386, 212, 346, 211, 366, 178, 387, 190, 425, 207, 344, 184, 460, 215, 378, 183, 377, 187,
  359, 192, 382, 181, 388, 172, 353, 189, 406, 186, 405, 179, 379, 186, 405, 189, 395, 167, 372, 181, 395,
  178, 409, 189, 364, 170, 392, 211, 388, 200, 422, 185, 376, 193, 398, 191, 365, 180, 408, 184, 360, 185,
  441, 197, 370, 169, 396, 188, 411, 190, 375, 189, 360, 179, 423, 212, 396, 177, 401, 189, 350, 179, 420,
  195, 345, 181, 414, 186, 390, 175, 406, 188, 365, 166, 376, 191, 357, 169, 413, 211, 376, 170, 411, 182,
  364, 171, 416, 180, 355, 162, 411, 191, 359, 166, 418, 194, 335, 190, 397, 184, 396, 172, 458, 189, 355,
  175, 428, 185, 409, 168, 372, 194, 362, 161, 421, 191, 346, 172, 429, 176, 367, 188, 351, 194, 373, 178,
  413, 203, 363, 195, 369, 186, 383, 192, 389, 188, 357, 180, 411, 181, 340, 171, 396, 181, 362, 173, 408,
  189, 381, 186, 403, 185, 331, 161, 432, 185, 350, 179, 410, 200, 377, 160, 378, 200, 379, 186, 397, 189,
  386, 172, 382, 200, 381, 170, 432, 190, 381, 165, 456, 203, 397, 177, 422, 195, 396, 207, 427, 183, 386,
  170, 373, 205, 357, 170, 411, 186, 362, 172, 377, 198, 402, 170, 414, 185, 352, 159, 406, 190, 388, 176,
  415, 183, 390, 171, 441, 180, 385, 179, 431, 192, 368, 185, 375, 185, 381, 176, 411, 175, 356, 175, 402,
  201, 370, 165, 397, 179, 402, 171, 406, 172, 321, 155, 407, 170, 373, 168, 390, 187, 392, 186, 366, 184,
  360, 178, 378, 181, 360, 171, 415, 185,
];
const GENTOO = [
  461, 132, 500, 163, 487, 141, 500, 152, 476, 145, 465, 135, 454, 146, 467, 153, 433, 134, 468, 154, 409,
  137, 490, 161, 455, 137, 484, 146, 458, 146, 493, 157, 420, 135, 492, 152, 462, 145, 487, 151, 502, 143,
  451, 145, 465, 145, 463, 158, 429, 131, 461, 151, 445, 143, 478, 150, 482, 143, 500, 153, 473, 153, 428,
  142, 451, 145, 596, 170, 491, 148, 484, 163, 426, 137, 444, 173, 440, 136, 487, 157, 427, 137, 496, 160,
  453, 137, 496, 150, 505, 159, 436, 139, 455, 139, 505, 159, 449, 133, 452, 158, 466, 142, 485, 141, 451,
  144, 501, 150, 465, 144, 450, 154, 438, 139, 455, 150, 432, 145, 504, 153, 453, 138, 462, 149, 457, 139,
  543, 157, 458, 142, 498, 168, 462, 144, 495, 162, 435, 142, 507, 150, 477, 150, 464, 156, 482, 156, 465,
  148, 464, 150, 486, 160, 475, 142, 511, 163, 452, 138, 452, 164, 491, 145, 525, 156, 474, 146, 500, 159,
  449, 138, 508, 173, 434, 144, 513, 142, 475, 140, 521, 170, 475, 150, 522, 171, 455, 145, 495, 161, 445,
  147, 508, 157, 494, 158, 469, 146, 484, 144, 511, 165, 485, 150, 559, 170, 472, 155, 491, 150, 473, 138,
  468, 161, 417, 147, 534, 158, 433, 140, 481, 151, 505, 152, 498, 159, 435, 152, 515, 163, 462, 141, 551,
  160, 445, 157, 488, 162, 472, 137, 468, 143, 504, 157, 452, 148, 499, 161,
];

function measured(tenths: readonly number[], y: 0 | 1): Penguin[] {
  return Array.from({ length: tenths.length / 2 }, (_, i) => ({
    length: (tenths[2 * i] as number) / 10,
    depth: (tenths[2 * i + 1] as number) / 10,
    y,
  }));
}

/** All 274. */
export const penguins: readonly Penguin[] = [...measured(ADELIE, 0), ...measured(GENTOO, 1)];

/** Some that students see, and others by which they are judged. */
export interface Split {
  readonly visible: readonly Penguin[];
  readonly hidden: readonly Penguin[];
}

/** A step's split; without a share all that are not seen judge, and which ones these are `seed` says. */
export function splitPenguins(seed: Seed, visible: number, share?: Share): Split {
  if (share) return sharedOut(ORDER, visible, share);
  const [seen = [], hidden = []] = partsOf(penguins, seed, 'penguins', [visible]);
  return { visible: seen, hidden };
}

const nameOf = ({ length, depth, y }: Penguin) => `${length}/${depth}/${y}`;

const ORDER = dealt(penguins, nameOf, 'penguins');

/** As a training takes them: standardised, y* = 1 for Gentoo. */
export function pointsOf(some: readonly Penguin[]): Points {
  return { x: some.flatMap(standardPoint), y: some.map(({ y }) => y) };
}

/** The name of each, by what was measured: the same in every step. */
export const penguinNames = (some: readonly Penguin[]): readonly string[] =>
  some.map((bird) => `penguin ${nameOf(bird)}`);

/** The names of those in sight and of those that are kept; one that measures as one in sight does is no secret. */
export function penguinSamples({ visible, hidden }: Split): {
  readonly shown: readonly string[];
  readonly kept: readonly string[];
} {
  const shown = new Set(penguinNames(visible));
  return { shown: [...shown], kept: penguinNames(hidden).filter((name) => !shown.has(name)) };
}
