import type { Rng, Seed } from '../../rng';
import type { Example } from '../activity';
import { bestOf } from '../neuron/margin';
import { cornerGates, type CornerGate } from '../neuron/truth-table';
import { UNSET, type Config, type Network } from './config';
import { givenTo, standing, startWith } from './given';
import { networkOf, ways } from './ways';

/** All three are chosen, so that an example has one right answer. */
const free: Config = { gate: 'xor', given: false };
const own: Config = { gate: 'xor', given: true };

const made = (first: CornerGate, second: CornerGate, output: CornerGate): Network =>
  networkOf({ hidden: [first, second], output });

/** The formula of the lecture: (x0 OR x1) AND NOT (x0 AND x1). */
const usual = made('or', 'nand', 'and');
const thin: Network = { ...usual, output: { w: [10, 10], b: -20 } };

export const examples: readonly Example<Config>[] = [
  { name: 'correct', config: free, submission: usual, expect: 1 },
  { name: 'correct', config: free, submission: made('or', 'and', 'x0-and-not-x1'), expect: 1 },
  { name: 'correct', config: free, submission: made('not-x0-and-x1', 'x0-and-not-x1', 'or'), expect: 1 },
  { name: 'partial', config: free, submission: thin, expect: 0.6 },
  { name: 'partial', config: free, submission: made('or', 'and', 'or'), expect: 0.15 },
  { name: 'wrong', config: free, submission: made('or', 'or', 'or'), expect: 0.15 },
  { name: 'wrong', config: free, submission: startWith(null), expect: 0 },
  { name: 'wrong', config: own, submission: startWith(null), expect: 0 },
  { name: 'invalid', config: free, submission: { hidden: usual.hidden }, expect: 'submission-invalid' },
  {
    ...{ name: 'invalid', config: free, expect: 'submission-invalid' },
    submission: { ...usual, output: { w: [10], b: 0 } },
  },
  {
    ...{ name: 'invalid', config: own, expect: 'out-of-range' },
    submission: { ...usual, output: { w: [10, 25], b: 0 } },
  },
];

const any = (random: Rng): CornerGate => cornerGates[random.below(cornerGates.length)] ?? 'and';

/** One of the ways that what is given leaves open. */
function oneWay(config: Config, random: Rng, seat: Seed): Network {
  const given = givenTo(config, seat);
  const open = ways().filter(({ hidden }) => !given || hidden[given.place] === given.gate);
  const way = open[random.below(open.length)];
  return way ? networkOf(way) : startWith(given);
}

export const bots = {
  /** A gate from each menu. */
  random: (config: Config, random: Rng, seat: Seed): Network =>
    standing(givenTo(config, seat), {
      hidden: [bestOf(any(random)), bestOf(any(random))],
      output: bestOf(any(random)),
    }),
  /** Sends the network as it was found. */
  constant: (config: Config, _random: Rng, seat: Seed): Network => startWith(givenTo(config, seat)),
  /** Finds both hidden neurons, and not how to put them together. */
  givesUp: (config: Config, random: Rng, seat: Seed): Network => ({
    ...oneWay(config, random, seat),
    output: UNSET,
  }),
};

export const knows = oneWay;
