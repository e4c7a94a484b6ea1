import type { Rng, Seed } from '../../rng';
import type { Example } from '../activity';
import { fromLines } from '../neuron/lines';
import { bestOf } from '../neuron/margin';
import { randomBias, randomNeuron, type Neuron } from '../neuron/neuron';
import type { Config } from './config';
import { gateFor } from './own';
import { startOf, type Summary } from './view';

const and: Neuron = { w: [10, 10], b: -15 };
const slid: Config = { gate: 'or', start: and, moves: 'b' };

export const examples: readonly Example<Config>[] = [
  { name: 'correct', config: { gate: 'and' }, submission: and, expect: 1 },
  { name: 'correct', config: { gate: 'or' }, submission: { w: [20, 20], b: -10 }, expect: 1 },
  { name: 'correct', config: { gate: 'not' }, submission: { w: [-20], b: 10 }, expect: 1 },
  { name: 'correct', config: { gate: 'x0-and-not-x1' }, submission: { w: [10, -10], b: -5 }, expect: 1 },
  { name: 'correct', config: { gate: 'nand' }, submission: { w: [-10, -10], b: 15 }, expect: 1 },
  { name: 'correct', config: slid, submission: { w: [10, 10], b: -5 }, expect: 1 },
  { name: 'partial', config: slid, submission: { w: [10, 10], b: -10 }, expect: 0.6 },
  { name: 'partial', config: { gate: 'and' }, submission: { w: [10, 10], b: -20 }, expect: 0.6 },
  { name: 'partial', config: { gate: 'not' }, submission: { w: [-10], b: 0 }, expect: 0.6 },
  { name: 'partial', config: { gate: 'not-x0-or-x1' }, submission: { w: [-5, 5], b: 0 }, expect: 0.6 },
  { name: 'wrong', config: { gate: 'and' }, submission: { w: [0, 0], b: 0 }, expect: 0 },
  { name: 'wrong', config: { gate: 'own' }, submission: { w: [0, 0], b: 0 }, expect: 0 },
  { name: 'wrong', config: { gate: 'or' }, submission: { w: [10, 10], b: 5 }, expect: 0 },
  { name: 'wrong', config: { gate: 'and' }, submission: { w: [10, 10], b: -10 }, expect: 0.3 * (1 / 3) },
  {
    ...{ name: 'wrong', config: { gate: 'or', start: and } },
    ...{ submission: and, expect: 0.3 * (1 / 3) },
  },
  { name: 'invalid', config: { gate: 'and' }, submission: { w: [10], b: 0 }, expect: 'submission-invalid' },
  { name: 'invalid', config: { gate: 'not' }, submission: { w: [0.5], b: 0 }, expect: 'submission-invalid' },
  { name: 'invalid', config: { gate: 'or' }, submission: { w: [25, 0], b: 0 }, expect: 'out-of-range' },
  { name: 'invalid', config: { gate: 'or' }, submission: { w: [0, 0], b: 3 }, expect: 'out-of-range' },
  { name: 'invalid', config: slid, submission: { w: [20, 20], b: -10 }, expect: 'out-of-range' },
];

export const bots = {
  random: (config: Config, random: Rng): Neuron => {
    const { w } = startOf(config);
    return config.moves ? { w, b: randomBias(random) } : randomNeuron(w.length, random);
  },
  /** Leaves the sliders where they start. */
  constant: startOf,
  /** Moves the first slider as it should be and leaves the rest; of NOT it is b, since its weight alone would do. */
  givesUp: (config: Config, _random: Rng, seat: Seed): Neuron => {
    const [start, best] = [startOf(config), bestOf(gateFor(config, seat))];
    if (config.moves) return start;
    if (start.w.length === 1) return { ...start, b: best.b };
    return { ...start, w: start.w.map((weight, i) => (i === 0 ? (best.w[i] ?? weight) : weight)) };
  },
  projector: (config: Config, picture: Summary, random: Rng): Neuron => {
    const start = startOf(config);
    const shown = fromLines(picture, random, start);
    // Along the same weights each line has one bias.
    return config.moves ? { w: start.w, b: (shown.b * (start.w[0] ?? 0)) / (shown.w[0] ?? 1) } : shown;
  },
};

export const knows = (config: Config, _random: Rng, seat: Seed): Neuron => bestOf(gateFor(config, seat));
