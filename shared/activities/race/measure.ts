import type { Evidence } from '../activity';
import { costOf } from './check';
import type { Config, Submission } from './config';
import { accuracyFactor, energyFactor } from './factors';
import { familyOf } from './families';

/** What a network came to on the private points, and the two shares whose product is its score. */
export interface Measure {
  readonly accuracy: number;
  readonly worth: number;
  readonly left: number;
}

/** To a ten-thousandth: finer than anybody shows. */
const rounded = (value: number) => Math.round(value * 10_000) / 10_000;

export function measure(config: Config, submission: Submission, { result }: Evidence): Measure | null {
  if (!result) return null;
  const accuracy = familyOf(config).merit('hidden', result.hidden);
  return {
    accuracy: rounded(accuracy),
    worth: rounded(accuracyFactor(config, accuracy)),
    left: rounded(energyFactor(config, costOf(config, submission))),
  };
}
