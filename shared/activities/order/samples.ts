import { shuffled, type Rng, type Seed } from '../../rng';
import type { Example } from '../activity';
import type { Config, Submission } from './config';
import { placesFor } from './orders';
import { known } from './view';

const both = (words: string) => ({ it: words, en: words });
const item = (id: string, word: string) => ({ id, text: both(word), mark: both(`n. ${word}`) });

const four: Config = {
  items: [item('d', '1'), item('b', '20'), item('c', '300'), item('a', '4000')],
  ends: {
    first: { it: 'il più piccolo', en: 'the smallest' },
    last: { it: 'il più grande', en: 'the largest' },
  },
};

const order = (...ids: string[]): Submission => ({ order: ids });

export const examples: readonly Example<Config>[] = [
  { name: 'correct', config: four, submission: order('d', 'b', 'c', 'a'), expect: 1 },
  { name: 'partial', config: four, submission: order('b', 'd', 'c', 'a'), expect: 2 / 3 },
  { name: 'wrong', config: four, submission: order('a', 'c', 'b', 'd'), expect: 0 },
  { name: 'wrong', config: four, submission: order('b', 'd', 'a', 'c'), expect: 1 / 3 },
  { name: 'invalid', config: four, submission: order('d', 'b', 'c'), expect: 'submission-invalid' },
  { name: 'invalid', config: four, submission: order('d', 'b', 'c', 'c'), expect: 'submission-invalid' },
  { name: 'invalid', config: four, submission: order('d', 'b', 'c', 'z'), expect: 'submission-invalid' },
  { name: 'invalid', config: four, submission: { order: 'dbca' }, expect: 'submission-invalid' },
];

const random = (config: Config, source: Rng): Submission => ({
  order: shuffled(
    known(config).map(({ id }) => id),
    source,
  ),
});

/** Sends what the phone shows first. */
function constant(config: Config, _source: Rng, seat: Seed): Submission {
  const items = known(config);
  return { order: placesFor(config, seat).flatMap((place) => items[place]?.id ?? []) };
}

export const bots = { random, constant };

export const knows = ({ items }: Config): Submission => ({ order: items.map(({ id }) => id) });
