import type { Rng } from '../../../rng';
import type { Example } from '../../activity';
import { GRID, RANGE, type Line, type PenguinsConfig, type Place } from './config';
import { drawable, START } from './line';
import { reveal } from './view';

const config: PenguinsConfig = { data: 'penguins', visible: 100 };
const { best } = reveal(config);

export const examples: readonly Example<PenguinsConfig>[] = [
  { name: 'correct', config, submission: best, expect: 1 },
  { name: 'wrong', config, submission: { ...best, swapped: true }, expect: 0 },
  { name: 'invalid', config, submission: { ...best, from: best.to }, expect: 'out-of-range' },
  { name: 'invalid', config, submission: { ...best, from: [0, 0] }, expect: 'out-of-range' },
  { name: 'invalid', config, submission: { ...best, from: [349, 142] }, expect: 'out-of-range' },
  { name: 'invalid', config, submission: { w: [10, 10], b: 0 }, expect: 'submission-invalid' },
];

const within = ([low, high]: readonly [number, number], grid: number, random: Rng) =>
  low + grid * random.below((high - low) / grid + 1);

const anywhere = (random: Rng): Place => [
  within(RANGE.length, GRID.length, random),
  within(RANGE.depth, GRID.depth, random),
];

export const bots = {
  /** Two handles anywhere. */
  random: (_config: PenguinsConfig, random: Rng): Line => {
    const line = { from: anywhere(random), to: anywhere(random), swapped: random.below(2) === 1 };
    return drawable(line) ? line : START;
  },
  /** Leaves the handles where they start. */
  constant: (): Line => START,
  knows: (): Line => best,
};
