import type { Evidence } from '../activity';
import { costOf } from './check';
import type { Config, Submission } from './config';
import { accuracyFactor, energyFactor } from './grade';

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
  return {
    accuracy: rounded(result.hidden),
    worth: rounded(accuracyFactor(config, result.hidden)),
    left: rounded(energyFactor(config, costOf(config, submission))),
  };
}
