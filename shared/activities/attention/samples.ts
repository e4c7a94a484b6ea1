import type { Rng, Seed } from '../../rng';
import type { Example } from '../activity';
import { countOf, inDisc, LONGEST, type Config, type Submission } from './config';
import { startAt } from './start';
import { onGrid, turned, turnOf } from './turn';
import { reveal, type Summary } from './view';

/** One plane for everybody, so that an example has one right answer. */
const pronouns: Config = { asks: 'pronouns', turn: 0 };
const roles: Config = { asks: 'roles', turn: 0 };

type Query = [number, number];

const sent = (...queries: Query[]): Submission => ({ queries });
const bestOfAll = sent([28, 28], [-28, 28], [0, -40]);

export const examples: readonly Example<Config>[] = [
  { name: 'correct', config: pronouns, submission: bestOfAll, expect: 1 },
  { name: 'wrong', config: pronouns, submission: startAt('pronouns', 0), expect: 0 },
  // The nearest word, for all three.
  { name: 'wrong', config: pronouns, submission: sent([-28, 28], [-28, 28], [-28, 28]), expect: 1 / 3 },
  { name: 'wrong', config: { asks: 'pronouns' }, submission: startAt('pronouns', 0), expect: 0 },
  { name: 'correct', config: roles, submission: sent([40, 0], [-40, 0]), expect: 1 },
  { name: 'correct', config: roles, submission: sent([-40, 0], [40, 0]), expect: 1 },
  { name: 'partial', config: roles, submission: sent([20, 0], [-20, 0]), expect: 0.542002399820997 },
  { name: 'wrong', config: roles, submission: sent([40, 0], [40, 0]), expect: 0 },
  { name: 'invalid', config: roles, submission: bestOfAll, expect: 'submission-invalid' },
  { name: 'invalid', config: pronouns, submission: sent([0, 0]), expect: 'submission-invalid' },
  { name: 'invalid', config: roles, submission: sent([29, 28], [0, 0]), expect: 'out-of-range' },
  {
    name: 'invalid',
    config: roles,
    submission: {
      queries: [
        [0.5, 0],
        [0, 0],
      ],
    },
    expect: 'submission-invalid',
  },
];

/** Anywhere in the disc. */
function anyQuery(random: Rng): Query {
  for (;;) {
    const side = () => random.below(2 * LONGEST + 1) - LONGEST;
    const query: Query = [side(), side()];
    if (inDisc(query)) return query;
  }
}

const queries = ({ asks }: Config, of: () => Query): Submission => ({
  queries: Array.from({ length: countOf(asks) }, of),
});

export function knows(config: Config, _random: Rng, seat: Seed): Submission {
  const turn = turnOf(config, seat);
  return {
    queries: reveal(config).best.map((best) => {
      const [right, up] = onGrid(turned(config.asks, best, turn));
      return [right, up];
    }),
  };
}

export const bots = {
  random: (config: Config, random: Rng): Submission => queries(config, () => anyQuery(random)),
  /** Leaves the queries where they are found. */
  constant: (config: Config, _random: Rng, seat: Seed): Submission =>
    startAt(config.asks, turnOf(config, seat)),
  /** Finds the first query, and leaves the others. */
  givesUp: (config: Config, random: Rng, seat: Seed): Submission => ({
    queries: startAt(config.asks, turnOf(config, seat)).queries.map((start, i) =>
      i === 0 ? (knows(config, random, seat).queries[0] ?? start) : start,
    ),
  }),
  /** Takes queries off the picture. */
  projector: (config: Config, { own }: Summary, random: Rng): Submission => {
    const keys = Object.keys(own);
    return queries(config, () => {
      const [x = 0, y = 0] = (keys[random.below(keys.length)] ?? '0 0').split(' ').map(Number);
      return [x, y];
    });
  },
};
