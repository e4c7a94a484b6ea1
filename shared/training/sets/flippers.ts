/**
 * Penguins of three species by flipper length and body mass: the rows of palmerpenguins that have both measures, in its
 * order. K. Gorman / Palmer Station LTER, CC0 1.0. For servers: a phone must never load the hidden ones.
 *
 * The same birds as in penguins.ts, but other measures of them, and nothing says which is which: who has seen a flipper
 * knows no bill.
 */
import type { Seed } from '../../rng';
import { partsOf } from './parts';
import { dealt, sharedOut, type Share } from './shares';

/** Flipper length in millimetres and body mass in grams, one after the other. */
const MEASURED = [
  181, 3750, 186, 3800, 195, 3250, 193, 3450, 190, 3650, 181, 3625, 195, 4675, 193, 3475, 190, 4250, 186,
  3300, 180, 3700, 182, 3200, 191, 3800, 198, 4400, 185, 3700, 195, 3450, 197, 4500, 184, 3325, 194, 4200,
  174, 3400, 180, 3600, 189, 3800, 185, 3950, 180, 3800, 187, 3800, 183, 3550, 187, 3200, 172, 3150, 180,
  3950, 178, 3250, 178, 3900, 188, 3300, 184, 3900, 195, 3325, 196, 4150, 190, 3950, 180, 3550, 181, 3300,
  184, 4650, 182, 3150, 195, 3900, 186, 3100, 196, 4400, 185, 3000, 190, 4600, 182, 3425, 179, 2975, 190,
  3450, 191, 4150, 186, 3500, 188, 4300, 190, 3450, 200, 4050, 187, 2900, 191, 3700, 186, 3550, 193, 3800,
  181, 2850, 194, 3750, 185, 3150, 195, 4400, 185, 3600, 192, 4050, 184, 2850, 192, 3950, 195, 3350, 188,
  4100, 190, 3050, 198, 4450, 190, 3600, 190, 3900, 196, 3550, 197, 4150, 190, 3700, 195, 4250, 191, 3700,
  184, 3900, 187, 3550, 195, 4000, 189, 3200, 196, 4700, 187, 3800, 193, 4200, 191, 3350, 194, 3550, 190,
  3800, 189, 3500, 189, 3950, 190, 3600, 202, 3550, 205, 4300, 185, 3400, 186, 4450, 187, 3300, 208, 4300,
  190, 3700, 196, 4350, 178, 2900, 192, 4100, 192, 3725, 203, 4725, 183, 3075, 190, 4250, 193, 2925, 184,
  3550, 199, 3750, 190, 3900, 181, 3175, 197, 4775, 198, 3825, 191, 4600, 193, 3200, 197, 4275, 191, 3900,
  196, 4075, 188, 2900, 199, 3775, 189, 3350, 189, 3325, 187, 3150, 198, 3500, 176, 3450, 202, 3875, 186,
  3050, 199, 4000, 191, 3275, 195, 4300, 191, 3050, 210, 4000, 190, 3325, 197, 3500, 193, 3500, 199, 4475,
  187, 3425, 190, 3900, 191, 3175, 200, 3975, 185, 3400, 193, 4250, 193, 3400, 187, 3475, 188, 3050, 190,
  3725, 192, 3000, 185, 3650, 190, 4250, 184, 3475, 195, 3450, 193, 3750, 187, 3700, 201, 4000, 192, 3500,
  196, 3900, 193, 3650, 188, 3525, 197, 3725, 198, 3950, 178, 3250, 197, 3750, 195, 4150, 198, 3700, 193,
  3800, 194, 3775, 185, 3700, 201, 4050, 190, 3575, 201, 4050, 197, 3300, 181, 3700, 190, 3450, 195, 4400,
  181, 3600, 191, 3400, 187, 2900, 193, 3800, 195, 3300, 197, 4150, 200, 3400, 200, 3800, 191, 3700, 205,
  4550, 187, 3200, 201, 4300, 187, 3350, 203, 4100, 195, 3600, 199, 3900, 195, 3850, 210, 4800, 192, 2700,
  205, 4500, 210, 3950, 187, 3650, 196, 3550, 196, 3500, 196, 3675, 201, 4450, 190, 3400, 212, 4300, 187,
  3250, 198, 3675, 199, 3325, 201, 3950, 193, 3600, 203, 4050, 187, 3350, 197, 3450, 191, 3250, 203, 4050,
  202, 3800, 194, 3525, 206, 3950, 189, 3650, 195, 3650, 207, 4000, 202, 3400, 193, 3775, 210, 4100, 198,
  3775, 211, 4500, 230, 5700, 210, 4450, 218, 5700, 215, 5400, 210, 4550, 211, 4800, 219, 5200, 209, 4400,
  215, 5150, 214, 4650, 216, 5550, 214, 4650, 213, 5850, 210, 4200, 217, 5850, 210, 4150, 221, 6300, 209,
  4800, 222, 5350, 218, 5700, 215, 5000, 213, 4400, 215, 5050, 215, 5000, 215, 5100, 216, 4100, 215, 5650,
  210, 4600, 220, 5550, 222, 5250, 209, 4700, 207, 5050, 230, 6050, 220, 5150, 220, 5400, 213, 4950, 219,
  5250, 208, 4350, 208, 5350, 208, 3950, 225, 5700, 210, 4300, 216, 4750, 222, 5550, 217, 4900, 210, 4200,
  225, 5400, 213, 5100, 215, 5300, 210, 4850, 220, 5300, 210, 4400, 225, 5000, 217, 4900, 220, 5050, 208,
  4300, 220, 5000, 208, 4450, 224, 5550, 208, 4200, 221, 5300, 214, 4400, 231, 5650, 219, 4700, 230, 5700,
  214, 4650, 229, 5800, 220, 4700, 223, 5550, 216, 4750, 221, 5000, 221, 5100, 217, 5200, 216, 4700, 230,
  5800, 209, 4600, 220, 6000, 215, 4750, 223, 5950, 212, 4625, 221, 5450, 212, 4725, 224, 5350, 212, 4750,
  228, 5600, 218, 4600, 218, 5300, 212, 4875, 230, 5550, 218, 4950, 228, 5400, 212, 4750, 224, 5650, 214,
  4850, 226, 5200, 216, 4925, 222, 4875, 203, 4625, 225, 5250, 219, 4850, 228, 5600, 215, 4975, 228, 5500,
  216, 4725, 215, 5500, 210, 4700, 219, 5500, 208, 4575, 209, 5500, 216, 5000, 229, 5950, 213, 4650, 230,
  5500, 217, 4375, 230, 5850, 217, 4875, 222, 6000, 214, 4925, 215, 4850, 222, 5750, 212, 5200, 213, 5400,
];

/** Flipper length in mm, body mass in g. */
export type Flipper = readonly [flipper: number, mass: number];

/** All 342. */
export const flippers: readonly Flipper[] = Array.from({ length: MEASURED.length / 2 }, (_, i) => [
  MEASURED[2 * i] as number,
  MEASURED[2 * i + 1] as number,
]);

/** Some that students see, and others by which they are judged. */
export interface SplitFlippers {
  readonly visible: readonly Flipper[];
  readonly hidden: readonly Flipper[];
}

const nameOf = ([flipper, mass]: Flipper) => `${flipper}/${mass}`;

/** Under this label the sixty that come first are like all of them: their best line has w = 49.3 g/mm against 49.7. */
const ORDER = dealt(flippers, nameOf, 'penguins by flipper');

/** A step's split; without a share all that are not seen judge, and which ones these are `seed` says. */
export function splitFlippers(seed: Seed, visible: number, share?: Share): SplitFlippers {
  if (share) return sharedOut(ORDER, visible, share);
  const [seen = [], hidden = []] = partsOf(flippers, seed, 'flippers', [visible]);
  return { visible: seen, hidden };
}

/** The name of each, by what was measured: the same in every step. */
export const flipperNames = (some: readonly Flipper[]): readonly string[] =>
  some.map((one) => `penguin's flipper ${nameOf(one)}`);

/** The names of those in sight and of those that are kept; one that measures as one in sight does is no secret. */
export function flipperSamples({ visible, hidden }: SplitFlippers): {
  readonly shown: readonly string[];
  readonly kept: readonly string[];
} {
  const shown = new Set(flipperNames(visible));
  return { shown: [...shown], kept: flipperNames(hidden).filter((name) => !shown.has(name)) };
}
