import type { Rng } from '../../rng';
import { judged, gainsInPlace } from '../../training/together/gains';
import { fitted, RIDGE } from '../../training/together/output';
import type { Example } from '../activity';
import type { Config, Line } from './config';
import { lineOf, neuronOf, START } from './line';
import { randomLine } from './random-line';
import { visible, type Summary } from './view';

const config: Config = {
  ...{ data: 'circle', samples: 300, noise: 0, goal: 95 },
  dataSeed: '3c6ef372fe94f82ba54ff53a5f1d36f1',
};
const spiral: Config = { ...config, data: 'spiral', noise: 20, goal: 90 };

export const examples: readonly Example<Config>[] = [
  // In a class of 28 whose others guess; in another one they are worth something else.
  { name: 'correct', config, submission: { angle: 0, offset: -25 }, expect: 1 },
  { name: 'partial', config, submission: { angle: 135, offset: 20 }, expect: 0.6778754501165006 },
  { name: 'wrong', config, submission: START, expect: 0.0004501165007413683 },
  { name: 'wrong', config: spiral, submission: START, expect: 0 },
  { name: 'invalid', config, submission: { angle: 360, offset: 0 }, expect: 'submission-invalid' },
  { name: 'invalid', config, submission: { angle: 0, offset: 61 }, expect: 'submission-invalid' },
  { name: 'invalid', config, submission: { w: [10, 0], b: 0 }, expect: 'submission-invalid' },
];

const linesOf = (picture: Summary): readonly Line[] => Object.keys(picture.lines).map(lineOf);

export const bots = {
  random: (_config: Config, random: Rng): Line => randomLine(random),
  /** Leaves the line where it starts. */
  constant: (): Line => START,
  /** One of the lines that the projector shows. */
  projector: (_config: Config, picture: Summary, random: Rng): Line => {
    const lines = linesOf(picture);
    return lines[random.below(Math.max(1, lines.length))] ?? START;
  },
};

/** Of so many lines one keeps what helps most. */
const TRIES = 8;
/** A class as one imagines it, without seeing it. */
const CLASS = 28;

/** Tries eight lines in a class of lines by chance, and keeps the one without which its visible error would grow most. */
export function knows(given: Config, random: Rng): Line {
  const class_ = Array.from({ length: CLASS }, () => neuronOf(randomLine(random)));
  const lines = Array.from({ length: TRIES }, () => randomLine(random));
  const seen = visible(given);
  const output = fitted(class_, seen);
  const points = { seen, judging: seen };
  const [gains = []] = gainsInPlace(output, judged(output, class_, seen), lines.map(neuronOf), points, RIDGE);
  return lines[gains.indexOf(Math.max(...gains))] ?? START;
}
