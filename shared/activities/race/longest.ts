import type { Config, Submission } from './config';
import { costOf } from './check';

/** As many epochs of a network as the energy pays for, within the limits. */
export function longest(config: Config, submission: Submission): number {
  const [least, most] = config.limits.epochs;
  const each = costOf(config, { ...submission, epochs: 1 });
  return Math.max(least, Math.min(most, Math.floor(config.energy.max / each)));
}
