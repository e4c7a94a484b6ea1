import type { Activity } from '../activity';
import { config, submission, type Config, type Submission } from './config';
import { gate } from './gate';
import { penguins } from './penguins';
import { proof } from './proof';
import { among, type AnyTask, type Reveal, type Summary, type View } from './task';

const tasks = { gate: among(gate), data: among(penguins), proof: among(proof) };

/** The task that a configuration sets. */
function taskOf(config: Config): AnyTask {
  if ('gate' in config) return tasks.gate;
  return 'data' in config ? tasks.data : tasks.proof;
}

/** A perceptron y = [w.x + b >= 0] by hand: a logic gate, a line between penguins, the proof about XOR. */
export const perceptron: Activity<'perceptron', Config, Submission, View, Reveal, Summary> = {
  kind: 'perceptron',
  config,
  submission,
  counts: 'last',
  drafts: true,
  livePicture: true,
  votesAgain: false,
  studentView: (config, seat) => taskOf(config).studentView(config, seat),
  check: (config, submission, previous) => taskOf(config).check(config, submission, previous),
  grade: (config, submission, evidence) => taskOf(config).grade(config, submission, evidence),
  reveal: (config, seeds) => taskOf(config).reveal(config, seeds),
  emptySummary: (config) => taskOf(config).emptySummary(config),
  addToSummary: (config, ...rest) => taskOf(config).addToSummary(config, ...rest),
  examples: Object.values(tasks).flatMap(({ examples }) => examples),
  bots: {
    random: (config, random) => taskOf(config).bots.random(config, random),
    constant: (config, random) => taskOf(config).bots.constant(config, random),
    knows: (config, random) => taskOf(config).bots.knows(config, random),
  },
};

export type { Config, Reveal, Submission, Summary, View };
