import { shuffled, type Rng, type Seed } from '../../rng';
import type { Example } from '../activity';
import type { Config, Submission } from './config';
import { placesFor } from './orders';
import { known } from './view';

const both = (words: string) => ({ it: words, en: words });
const item = (id: string, word: string) => ({ id, text: both(word), mark: both(`n. ${word}`) });

/** Seven, of which a seat hardly ever draws the right order: what it draws instead depends on which that is. */
const seven: Config = {
  items: [...'dbgcfae'].map((id, i) => item(id, `${i + 1}${'0'.repeat(i)}`)),
  ends: {
    first: { it: 'il più piccolo', en: 'the smallest' },
    last: { it: 'il più grande', en: 'the largest' },
  },
};

const order = (ids: string): Submission => ({ order: [...ids] });

export const examples: readonly Example<Config>[] = [
  { name: 'correct', config: seven, submission: order('dbgcfae'), expect: 1 },
  { name: 'partial', config: seven, submission: order('bdgcfae'), expect: 19 / 21 },
  { name: 'wrong', config: seven, submission: order('eafcgbd'), expect: 0 },
  { name: 'wrong', config: seven, submission: order('aedbgcf'), expect: 1 / 21 },
  { name: 'invalid', config: seven, submission: order('dbgcfa'), expect: 'submission-invalid' },
  { name: 'invalid', config: seven, submission: order('dbgcfaa'), expect: 'submission-invalid' },
  { name: 'invalid', config: seven, submission: order('dbgcfaz'), expect: 'submission-invalid' },
  { name: 'invalid', config: seven, submission: { order: 'dbgcfae' }, expect: 'submission-invalid' },
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
