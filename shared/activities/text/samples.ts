import type { Rng } from '../../rng';
import type { Example } from '../activity';
import type { Config, Submission } from './config';

const answers: Config = { longest: 60, shows: 'answers' };
const cloud: Config = { longest: 30, shows: 'cloud' };

export const examples: readonly Example<Config>[] = [
  { name: 'ungraded', config: answers, submission: { text: 'Un peso può essere negativo' } },
  { name: 'ungraded', config: cloud, submission: { text: 'the bias 🙂' } },
  { name: 'invalid', config: answers, submission: { text: '' }, expect: 'submission-invalid' },
  { name: 'invalid', config: answers, submission: { text: ' \u200B\u2800' }, expect: 'submission-invalid' },
  { name: 'invalid', config: cloud, submission: { text: 'x'.repeat(31) }, expect: 'out-of-range' },
  { name: 'invalid', config: cloud, submission: { text: 1 }, expect: 'submission-invalid' },
];

/** What a class would write of the lecture: each fits the shortest that a step may ask for. */
const SAID = [
  'il bias',
  'XOR',
  'i pesi',
  'tre strati',
  'la discesa',
  'un neurone',
  'i dati',
  'la rete',
] as const;

const random = (_config: Config, source: Rng): Submission => ({
  text: SAID[source.below(SAID.length)] ?? '',
});

const constant = (): Submission => ({ text: 'boh' });

export const bots = { random, constant };
