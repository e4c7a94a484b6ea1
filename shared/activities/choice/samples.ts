import type { Rng } from '../../rng';
import type { Example } from '../activity';
import type { Config, Submission } from './config';

const both = (words: string) => ({ it: words, en: words });
const option = (id: string, word: string) => ({ id, text: both(word) });

const single: Config = {
  options: [
    { ...option('a', '0'), why: both('too few') },
    option('b', '1'),
    option('c', '2'),
    { ...option('d', '3'), why: both('too many') },
  ],
  right: ['c'],
  several: false,
  shuffle: true,
};

const several: Config = {
  ...single,
  options: [option('a', '0'), option('b', '1'), option('c', '2'), { ...option('d', '3'), why: both('odd') }],
  right: ['a', 'c'],
  several: true,
};

export const examples: readonly Example<Config>[] = [
  { name: 'correct', config: single, submission: { picked: ['c'] }, expect: 1 },
  { name: 'wrong', config: single, submission: { picked: ['a'] }, expect: 0 },
  { name: 'invalid', config: single, submission: { picked: ['a', 'c'] }, expect: 'submission-invalid' },
  { name: 'invalid', config: single, submission: { picked: ['z'] }, expect: 'submission-invalid' },
  { name: 'invalid', config: single, submission: { picked: [] }, expect: 'submission-invalid' },
  { name: 'invalid', config: single, submission: 'c', expect: 'submission-invalid' },
  { name: 'correct', config: several, submission: { picked: ['c', 'a'] }, expect: 1 },
  { name: 'partial', config: several, submission: { picked: ['a'] }, expect: 0.5 },
  { name: 'wrong', config: several, submission: { picked: ['a', 'b', 'c', 'd'] }, expect: 0 },
  { name: 'invalid', config: several, submission: { picked: ['a', 'a'] }, expect: 'submission-invalid' },
];

/** Any option; with several, each with even odds, and one if that leaves none. */
function random(config: Config, source: Rng): Submission {
  const ids = config.options.map((o) => o.id);
  const one = ids[source.below(ids.length)] as string;
  if (!config.several) return { picked: [one] };
  const some = ids.filter(() => source.below(2) === 1);
  return { picked: some.length > 0 ? some : [one] };
}

/** Always the first option, or all of them. */
function constant(config: Config): Submission {
  const ids = config.options.map((o) => o.id);
  return { picked: config.several ? ids : ids.slice(0, 1) };
}

export const bots = { random, constant };

export const knows = (config: Config): Submission => ({ picked: config.right });
