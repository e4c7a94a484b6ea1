import { shuffled, type Rng } from '../../rng';
import type { Example } from '../activity';
import { fromLines } from '../neuron/lines';
import { randomNeuron } from '../neuron/neuron';
import type { Pairs, Proof, Config } from './config';
import { reveal, type Summary } from './view';

const config: Config = { proof: 'xor' };
const { signs, pairs } = reveal();
/** OR is right except in one row. */
const line = { w: [10, 10], b: -5 };
const full: Proof = { line, signs, pairs };

export const examples: readonly Example<Config>[] = [
  { name: 'correct', config, submission: full, expect: 1 },
  { name: 'partial', config, submission: { line, signs: null, pairs: null }, expect: 0.2 },
  { name: 'partial', config, submission: { line, signs, pairs: null }, expect: 0.5 },
  { name: 'partial', config, submission: { ...full, line: null }, expect: 0.8 },
  { name: 'partial', config, submission: { ...full, signs: [0, 1, 1, 1] }, expect: 0.2 },
  { name: 'wrong', config, submission: { ...full, line: null, signs: [1, 1, 1, 1] }, expect: 0 },
  { name: 'invalid', config, submission: { ...full, signs: null }, expect: 'submission-invalid' },
  { name: 'invalid', config, submission: { ...full, line: { w: [25, 0], b: 0 } }, expect: 'out-of-range' },
  { name: 'invalid', config, submission: { ...full, line: { w: [10], b: 0 } }, expect: 'submission-invalid' },
  {
    name: 'invalid',
    config,
    submission: {
      ...full,
      pairs: [
        [0, 0],
        [1, 2],
      ],
    },
    expect: 'submission-invalid',
  },
  {
    name: 'invalid',
    config,
    submission: { line: null, signs: null, pairs: null },
    expect: 'submission-invalid',
  },
];

const bit = (random: Rng) => (random.below(2) === 1 ? 1 : 0);

function anyPairs(random: Rng): Pairs {
  const [a = 0, b = 1, c = 2, d = 3] = shuffled([0, 1, 2, 3] as const, random);
  return [
    [a, b],
    [c, d],
  ];
}

export const bots = {
  random: (_config: Config, random: Rng): Proof => ({
    line: randomNeuron(2, random),
    signs: [bit(random), bit(random), bit(random), bit(random)],
    pairs: anyPairs(random),
  }),
  /** Leaves the sliders at 0, always chooses the first sign and takes the rows as they come. */
  constant: (): Proof => ({
    line: { w: [0, 0], b: 0 },
    signs: [0, 0, 0, 0],
    pairs: [
      [0, 1],
      [2, 3],
    ],
  }),
  /** Finds a line with three rows, and looks for the fourth until the close. */
  givesUp: (): Proof => ({ line, signs: null, pairs: null }),
  /** A line is all that the projector shows. */
  projector: (_config: Config, picture: Summary, random: Rng): Proof => ({
    ...{ signs: null, pairs: null },
    line: fromLines(picture, random, { w: [0, 0], b: 0 }),
  }),
};

export const knows = (): Proof => full;

/** The line, then the signs, then the contradiction; what is left out is not handed in. */
export const inParts = (proof: Proof): readonly Proof[] =>
  [{ ...proof, signs: null, pairs: null }, { ...proof, pairs: null }, proof].filter(
    ({ line, signs, pairs }, i) => [line, signs, pairs][i] !== null,
  );
