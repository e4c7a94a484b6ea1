import { log } from '../../training/math';
import type { Evidence, Grade } from '../activity';
import { costOf } from './check';
import type { Config, Submission } from './config';

/** From this score on a network counts as right: well over the base, at a cost near to par. */
export const RIGHT = 0.6;

const clamp = (value: number) => Math.min(1, Math.max(0, value));

/** 0 up to the base, 1 from the top on. */
export const accuracyFactor = ({ accuracy: { base, top } }: Pick<Config, 'accuracy'>, accuracy: number) =>
  clamp((accuracy - base) / (top - base));

/** 1 up to par, 0 at the most that is allowed, logarithmic in between; par is below max, so nothing divides by 0. */
export const energyFactor = ({ energy: { max, par } }: Pick<Config, 'energy'>, spent: number) =>
  clamp(log(max / spent) / log(max / par));

/** Accuracy on private points x what the energy leaves of it. A run without a result is worth nothing. */
export function grade(config: Config, submission: Submission, { result }: Evidence): Grade {
  if (!result) return { score: 0, right: false };
  const score = accuracyFactor(config, result.hidden) * energyFactor(config, costOf(config, submission));
  return { score, right: score >= RIGHT };
}
