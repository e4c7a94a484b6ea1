import type { Rng, Seed } from '../../rng';
import type { Example } from '../activity';
import { decisions, SAMPLES, type Config, type Decision, type Submission } from './config';
import { turnsOf } from './deal';

/** One order for everybody, so that an example has one right answer. */
const config: Config = { gate: 'or', samples: [0, 1, 2, 3, 0, 1, 2, 3] };

const right: readonly Decision[] = ['take', 'add', 'leave', 'leave', 'take', 'leave', 'add', 'leave'];
const sent = (made: readonly Decision[]): Submission => ({ decisions: [...made] });
const opposite: Readonly<Record<Decision, Decision>> = { leave: 'leave', add: 'take', take: 'add' };

export const examples: readonly Example<Config>[] = [
  { name: 'correct', config, submission: sent(right), expect: 1 },
  { name: 'partial', config, submission: sent(right.slice(0, 4)), expect: 0.25 },
  { name: 'partial', config, submission: sent(['leave', ...right.slice(1)]), expect: 0.75 },
  { name: 'wrong', config, submission: sent(right.map((decision) => opposite[decision])), expect: 0 },
  { name: 'wrong', config, submission: sent(right.map(() => 'add')), expect: 0 },
  { name: 'invalid', config, submission: { decisions: [] }, expect: 'submission-invalid' },
  { name: 'invalid', config, submission: { decisions: ['swap'] }, expect: 'submission-invalid' },
  { name: 'invalid', config, submission: sent([...right, 'leave']), expect: 'submission-invalid' },
  {
    name: 'correct',
    config: { gate: 'or', samples: [0, 2, 3, 1, 0, 2, 3, 1] },
    submission: sent(['take', 'add', 'leave', 'leave', 'take', 'leave', 'leave', 'add']),
    expect: 1,
  },
];

const all = (decide: () => Decision): Submission => sent(Array.from({ length: SAMPLES }, decide));

export const bots = {
  random: (_config: Config, random: Rng): Submission =>
    all(() => decisions[random.below(decisions.length)] ?? 'leave'),
  /** Never corrects. */
  constant: (): Submission => all(() => 'leave'),
  /** Right for half of the samples, of which none is left. */
  givesUp: (given: Config, _random: Rng, seat: Seed): Submission =>
    sent(
      turnsOf(given, seat)
        .slice(0, SAMPLES / 2)
        .map(({ decision }) => decision),
    ),
};

export const knows = (given: Config, _random: Rng, seat: Seed): Submission =>
  sent(turnsOf(given, seat).map(({ decision }) => decision));

/** Sample by sample. */
export const inParts = ({ decisions: made }: Submission): readonly Submission[] =>
  made.map((_, i) => sent(made.slice(0, i + 1)));
