import type { Evidence, Grade } from '../activity';
import { costOf } from './check';
import type { Config, Submission } from './config';
import { accuracyFactor, energyFactor, RIGHT } from './factors';
import { familyOf } from './families';

/** Accuracy on private points x what the energy leaves of it. A run without a result is worth nothing. */
export function grade(config: Config, submission: Submission, { result }: Evidence): Grade {
  if (!result) return { score: 0, right: false };
  const accuracy = accuracyFactor(config, familyOf(config).merit('hidden', result.hidden));
  const score = accuracy * energyFactor(config, costOf(config, submission));
  return { score, right: score >= RIGHT };
}
