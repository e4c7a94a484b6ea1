import type { ErrorCode } from '../../errors';
import { err, ok, type Result } from '../../result';
import { energyOf } from '../../training/mlp/shape';
import type { Config, Submission } from './config';

const inside = (value: number, [least, most]: readonly [number, number]) => value >= least && value <= most;

const allowed = ({ limits, freed }: Pick<Config, 'limits' | 'freed'>, submission: Submission): boolean =>
  submission.layers.length <= limits.layers &&
  submission.layers.every((neurons) => neurons <= limits.neurons) &&
  inside(submission.rate, limits.rate) &&
  inside(submission.epochs, limits.epochs) &&
  (freed.activation || submission.activation === undefined) &&
  (freed.batch || submission.batch === undefined);

/** What a configuration costs: samples x epochs x parameters. */
export const costOf = (samples: number, { layers, epochs }: Pick<Submission, 'layers' | 'epochs'>): number =>
  energyOf({ samples, epochs, layers });

/** Whether the controls could be set like this, and whether the energy is enough for it. */
export function check(
  config: Pick<Config, 'limits' | 'freed' | 'samples' | 'energy'>,
  submission: Submission,
): Result<Submission, ErrorCode> {
  if (!allowed(config, submission)) return err('out-of-range');
  return costOf(config.samples, submission) > config.energy.max ? err('over-energy') : ok(submission);
}
