import type { Rng } from '../../rng';
import type { Example } from '../activity';
import { startAmong } from './beginning';
import { GRID, RANGE, type Line, type Config, type Point } from './config';
import { split } from './data';
import { heldLines } from './held';
import { drawable, START } from './line';
import { bestOf } from './marks';
import { own, ownShared } from './own-sample';
import type { Summary } from './view';

const config: Config = { data: 'penguins', visible: 100 };
const shared: Config = { ...config, share: [0, 40] };
const best = bestOf(config);

/** The best of the own rows, in sight of all of them and of a share: written down, since a server that starts would look for it. */
const bestOwn: Line = { from: [304, 116], to: [616, 224], swapped: false };

const vertical: Line = { from: [428, 110], to: [428, 230], swapped: false };

export const examples: readonly Example<Config>[] = [
  { name: 'correct', config, submission: best, expect: 1 },
  { name: 'correct', config: shared, submission: best, expect: 1 },
  { name: 'correct', config: own, submission: bestOwn, expect: 1 },
  { name: 'correct', config: ownShared, submission: bestOwn, expect: 1 },
  { name: 'wrong', config: own, submission: constant(own), expect: 0 },
  // Bill length alone: four birds in a hundred are on the wrong side.
  { name: 'partial', config, submission: vertical, expect: 0.6447073398725784 },
  { name: 'wrong', config, submission: { ...best, swapped: true }, expect: 0 },
  { name: 'invalid', config, submission: { ...best, from: best.to }, expect: 'out-of-range' },
  { name: 'invalid', config, submission: { ...best, from: [0, 0] }, expect: 'out-of-range' },
  { name: 'invalid', config, submission: { ...best, from: [349, 142] }, expect: 'out-of-range' },
  { name: 'invalid', config, submission: { w: [10, 10], b: 0 }, expect: 'submission-invalid' },
];

function constant(given: Config): Line {
  return startAmong(given.data, split(given).shown);
}

const within = ([low, high]: readonly [number, number], grid: number, random: Rng) =>
  low + grid * random.below((high - low) / grid + 1);

const anywhere = (random: Rng): Point => [
  within(RANGE.length, GRID.length, random),
  within(RANGE.depth, GRID.depth, random),
];

export const bots = {
  /** Two handles anywhere. */
  random: (_config: Config, random: Rng): Line => {
    const line = { from: anywhere(random), to: anywhere(random), swapped: random.below(2) === 1 };
    return drawable(line) ? line : START;
  },
  /** Leaves the handles where they start. */
  constant,
  /** Brings one of the two handles to its place. */
  givesUp: (given: Config): Line => ({ ...bestOf(given), to: constant(given).to }),
  /** One of the lines that the projector shows. */
  projector: (_config: Config, picture: Summary, random: Rng): Line => {
    const lines = heldLines(picture);
    return lines[random.below(Math.max(1, lines.length))]?.line ?? START;
  },
};

export const knows = (given: Config): Line => bestOf(given);
