import type { Rng, Seed } from '../../rng';
import type { Example } from '../activity';
import { RANGE, type Config, type Submission } from './config';
import { ownOf, targetOf } from './own';
import { rightOf, startAt } from './set';
import { STEPS } from './target';

/** One hill for everybody, so that an example has one right answer. */
const config: Config = { target: 'hill' };
const own: Config = { ...config, own: true };
const wave: Config = { target: 'wave' };

const hill = (steepness: number, ...steps: readonly (readonly [place: number, height: number])[]) => ({
  steps: steps.map(([place, height]) => ({ place, height })),
  steepness,
});

export const examples: readonly Example<Config>[] = [
  { name: 'correct', config, submission: rightOf('hill'), expect: 1 },
  { name: 'correct', config: wave, submission: rightOf('wave'), expect: 1 },
  // A step one place off.
  { name: 'partial', config, submission: hill(15, [6, 10], [15, -10]), expect: 0.4956968934912996 },
  { name: 'partial', config, submission: hill(12, [5, 10], [15, -10]), expect: 0.8941938430379387 },
  // Up and up again.
  { name: 'wrong', config, submission: hill(15, [5, 10], [15, 10]), expect: 0 },
  { name: 'wrong', config, submission: hill(15, [10, 5], [10, 0]), expect: 0 },
  { name: 'wrong', config: own, submission: startAt('hill', { down: false }), expect: 0 },
  { name: 'wrong', config: wave, submission: startAt('wave', { down: false }), expect: 0 },
  { name: 'invalid', config, submission: hill(15, [21, 10], [15, -10]), expect: 'out-of-range' },
  { name: 'invalid', config, submission: hill(15, [5, 16], [15, -10]), expect: 'out-of-range' },
  { name: 'invalid', config, submission: hill(1, [5, 10], [15, -10]), expect: 'out-of-range' },
  { name: 'invalid', config, submission: hill(15, [5, 10]), expect: 'out-of-range' },
  { name: 'invalid', config: wave, submission: rightOf('hill'), expect: 'out-of-range' },
  { name: 'invalid', config, submission: hill(15, [5.5, 10], [15, -10]), expect: 'submission-invalid' },
  { name: 'invalid', config, submission: { steepness: 15 }, expect: 'submission-invalid' },
];

const somewhere = ([least, most]: readonly [number, number], random: Rng) =>
  least + random.below(most - least + 1);

export function knows(given: Config, _random: Rng, seat: Seed): Submission {
  return ownOf(rightOf(given.target), targetOf(given, seat));
}

const untouched = (given: Config, seat: Seed) => startAt(given.target, targetOf(given, seat));

export const bots = {
  random: ({ target }: Config, random: Rng): Submission => ({
    steps: Array.from({ length: STEPS[target] }, () => ({
      place: somewhere(RANGE.place, random),
      height: somewhere(RANGE.height, random),
    })),
    steepness: somewhere(RANGE.steepness, random),
  }),
  /** Leaves the controls where they start. */
  constant: (given: Config, _random: Rng, seat: Seed): Submission => untouched(given, seat),
  /** Brings the first step where it belongs, and stops. */
  givesUp: (given: Config, random: Rng, seat: Seed): Submission => {
    const [first, ...others] = untouched(given, seat).steps;
    const [there = first] = knows(given, random, seat).steps;
    return { steps: there ? [there, ...others] : others, steepness: rightOf(given.target).steepness };
  },
};
