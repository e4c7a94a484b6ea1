import type { Rng } from '../../rng';
import type { Example } from '../activity';
import type { Config } from './config';
import { randomNeuron, type Neuron } from '../neuron/neuron';
import { inputsOf } from '../neuron/truth-table';
import { reveal, startOf } from './view';

export const examples: readonly Example<Config>[] = [
  { name: 'correct', config: { gate: 'and' }, submission: { w: [10, 10], b: -15 }, expect: 1 },
  { name: 'correct', config: { gate: 'or' }, submission: { w: [20, 20], b: -10 }, expect: 1 },
  { name: 'correct', config: { gate: 'not' }, submission: { w: [-20], b: 10 }, expect: 1 },
  { name: 'partial', config: { gate: 'and' }, submission: { w: [10, 10], b: -20 }, expect: 0.6 },
  { name: 'partial', config: { gate: 'not' }, submission: { w: [-10], b: 0 }, expect: 0.6 },
  { name: 'wrong', config: { gate: 'and' }, submission: { w: [0, 0], b: 0 }, expect: 0 },
  { name: 'wrong', config: { gate: 'or' }, submission: { w: [10, 10], b: 5 }, expect: 0 },
  { name: 'wrong', config: { gate: 'and' }, submission: { w: [10, 10], b: -10 }, expect: 0.3 * (1 / 3) },
  {
    ...{ name: 'wrong', config: { gate: 'or', start: { w: [10, 10], b: -15 } } },
    ...{ submission: { w: [10, 10], b: -15 }, expect: 0.3 * (1 / 3) },
  },
  { name: 'invalid', config: { gate: 'and' }, submission: { w: [10], b: 0 }, expect: 'submission-invalid' },
  { name: 'invalid', config: { gate: 'not' }, submission: { w: [0.5], b: 0 }, expect: 'submission-invalid' },
  { name: 'invalid', config: { gate: 'or' }, submission: { w: [25, 0], b: 0 }, expect: 'out-of-range' },
  { name: 'invalid', config: { gate: 'or' }, submission: { w: [0, 0], b: 3 }, expect: 'out-of-range' },
];

export const bots = {
  random: (config: Config, random: Rng): Neuron => randomNeuron(inputsOf(config.gate), random),
  /** Leaves the sliders where they start. */
  constant: startOf,
};

export const knows = (config: Config): Neuron => reveal(config).best;
