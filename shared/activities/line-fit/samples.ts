import type { Rng } from '../../rng';
import type { Example } from '../activity';
import { GRID, RANGE, type Config, type Heights, type Submission } from './config';
import { split } from './data';
import { marksOf } from './fit';
import { heightAt, within as inPicture } from './line';
import { own, ownShared } from './own-sample';

const config: Config = { data: 'penguins', visible: 60 };
const shared: Config = { ...config, share: [0, 50] };
const { best, start } = marksOf(config);

/** In the middle of what can be guessed. */
const MIDDLE = 4500;
const sent = (heights: Heights): Submission => ({ guess: MIDDLE, heights: [...heights] });

export const examples: readonly Example<Config>[] = [
  { name: 'correct', config, submission: sent(best), expect: 1 },
  {
    name: 'correct',
    config: { ...config, visible: 100 },
    submission: knows({ ...config, visible: 100 }),
    expect: 1,
  },
  { name: 'correct', config: shared, submission: knows(shared), expect: 1 },
  { name: 'correct', config: own, submission: knows(own), expect: 1 },
  { name: 'correct', config: ownShared, submission: knows(ownShared), expect: 1 },
  { name: 'wrong', config: own, submission: sent(marksOf(own).start), expect: 0 },
  // The right slope, three hundred grams too high.
  { name: 'partial', config, submission: sent([best[0] + 300, best[1] + 300]), expect: 0.5083322450387167 },
  { name: 'wrong', config, submission: sent(start), expect: 0 },
  { name: 'wrong', config, submission: sent([best[1], best[0]]), expect: 0 },
  { name: 'invalid', config, submission: sent([2490, 5000]), expect: 'out-of-range' },
  { name: 'invalid', config, submission: sent([3005, 5000]), expect: 'out-of-range' },
  { name: 'invalid', config, submission: { ...sent(best), guess: 4510 }, expect: 'out-of-range' },
  { name: 'invalid', config, submission: { heights: best }, expect: 'submission-invalid' },
];

const within = (grid: number, random: Rng) =>
  RANGE.mass[0] + grid * random.below((RANGE.mass[1] - RANGE.mass[0]) / grid + 1);

export const bots = {
  /** Both handles anywhere. */
  random: (_config: Config, random: Rng): Submission => ({
    guess: within(GRID.guess, random),
    heights: [within(GRID.height, random), within(GRID.height, random)],
  }),
  /** Leaves the handles where they start. */
  constant: (given: Config): Submission => sent(marksOf(given).start),
  /** Brings one handle where it belongs, and stops. */
  givesUp: (given: Config): Submission => sent([marksOf(given).start[0], marksOf(given).best[1]]),
};

/** The line of least squares, which also said what the new penguin weighs. */
export function knows(given: Config): Submission {
  const { best: heights } = marksOf(given);
  const says = heightAt(heights, split(given).newcomer[0]);
  return { guess: inPicture(says, GRID.guess), heights };
}
