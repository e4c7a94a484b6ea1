import type { Rng } from '../../rng';
import type { Example } from '../activity';
import type { Config, Submission } from './config';
import { optionsOf } from './view';

const both = (words: string) => ({ it: words, en: words });
const option = (id: string, word: string) => ({ id, text: both(word) });

const single: Config = {
  asks: 'options',
  options: [option('a', 'never'), option('b', 'now and then'), option('c', 'daily')],
  several: false,
  live: false,
};
const several: Config = { ...single, several: true, live: true };
const scale: Config = { asks: 'scale', low: both('lost'), high: both('at ease'), marks: 5, live: false };

export const examples: readonly Example<Config>[] = [
  { name: 'ungraded', config: single, submission: { picked: ['c'] } },
  { name: 'ungraded', config: several, submission: { picked: ['c', 'a'] } },
  { name: 'ungraded', config: scale, submission: { picked: ['4'] } },
  { name: 'invalid', config: single, submission: { picked: ['a', 'c'] }, expect: 'submission-invalid' },
  { name: 'invalid', config: single, submission: { picked: ['z'] }, expect: 'submission-invalid' },
  { name: 'invalid', config: several, submission: { picked: ['a', 'a'] }, expect: 'submission-invalid' },
  { name: 'invalid', config: several, submission: { picked: [] }, expect: 'submission-invalid' },
  { name: 'invalid', config: scale, submission: { picked: ['6'] }, expect: 'submission-invalid' },
];

/** Any option; where several may be picked, each with even odds, and one if that leaves none. */
function random(config: Config, source: Rng): Submission {
  const ids = optionsOf(config).map(({ id }) => id);
  const one = ids[source.below(ids.length)] as string;
  if (config.asks === 'scale' || !config.several) return { picked: [one] };
  const some = ids.filter(() => source.below(2) === 1);
  return { picked: some.length > 0 ? some : [one] };
}

const constant = (config: Config): Submission => ({
  picked: optionsOf(config)
    .slice(0, 1)
    .map(({ id }) => id),
});

export const bots = { random, constant };
