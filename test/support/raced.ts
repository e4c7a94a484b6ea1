import { bots, knows } from '#shared/activities/race/bots';
import { check } from '#shared/activities/race/check';
import type { Config, Submission } from '#shared/activities/race/config';
import { familyOf } from '#shared/activities/race/families';
import { grade } from '#shared/activities/race/grade';
import { job } from '#shared/activities/race/job';
import { derive, rng, type Seed } from '#shared/rng';
import { trainByKernel } from './kernel';
import { SEED } from './session';

/** What a submission came to in one session. */
export interface Raced {
  /** In public and in private, 0..1. */
  readonly open: number;
  readonly hidden: number;
  readonly score: number;
}

/** Trains a submission as the server of a session with this secret does. */
export function raced(config: Config, submission: Submission, secret: Seed): Raced {
  const result = trainByKernel(job(config, submission, secret));
  const { merit } = familyOf(config);
  const { score } = grade(config, submission, { seat: SEED, secret, result });
  return { open: merit('open', result.open), hidden: merit('hidden', result.hidden), score };
}

/** Secrets of so many sessions. */
export const secretsOf = (many: number): Seed[] =>
  Array.from({ length: many }, (_, i) => derive(SEED, `session ${i}`));

export const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, n) => sum + n, 0) / Math.max(1, numbers.length);

/** Epochs more or less, each of which is another draw of nearly the same network. */
const CHANGES = [-2, -1, 0, 1, 2];

/**
 * Five tries with tiny changes: what the one that is best in public scores, over what any of them does. The mean over
 * some sessions.
 */
export function luckOf(config: Config, submission: Submission, secrets: readonly Seed[]): number {
  const gains = secrets.map((secret) => {
    const tries = CHANGES.map((more) => ({ ...submission, epochs: Math.max(1, submission.epochs + more) }))
      .filter((one) => check(config, one).ok)
      .map((one) => raced(config, one, secret));
    const best = Math.max(...tries.map(({ open }) => open));
    // Among those that are equally good in public nothing but their energy tells them apart, which is no luck.
    const sent = tries.filter(({ open }) => open === best).map(({ score }) => score);
    return mean(sent) - mean(tries.map(({ score }) => score));
  });
  return mean(gains);
}

/** Networks that are nearly as good as the recommended one: some luck would be worth most to them. */
export function nearly(config: Config): Submission {
  const good = knows(config);
  if (good.family === undefined)
    return { ...good, layers: good.layers.map((neurons) => Math.max(1, neurons - 1)) };
  switch (good.family) {
    case 'linear':
      return { ...good, epochs: good.epochs + 8 };
    case 'cnn':
      return { ...good, kernels: good.kernels - 1, epochs: good.epochs + 5 };
    case 'rnn':
      return { ...good, state: good.state - 1, rate: 0.05, epochs: good.epochs + 10 };
    case 'transformer':
      return { ...good, rate: 0.005, epochs: 2 * good.epochs };
  }
}

/** Random configurations: the mean of their scores, and that of the best of each three. */
export function luckyOf(config: Config, many: number, secret: Seed): { random: number; best: number } {
  const scores = Array.from(
    { length: many },
    (_, i) => raced(config, bots.random(config, rng(SEED, `race/${i}`)), secret).score,
  );
  const firsts = scores.filter((_, i) => i % 3 === 0);
  return {
    random: mean(scores),
    best: mean(firsts.map((_, i) => Math.max(...scores.slice(3 * i, 3 * i + 3)))),
  };
}
