import type { ErrorCode } from '../../errors';
import { err, ok, type Result } from '../../result';
import type { Settings, Submission } from './config';
import { learns } from './learning';
import { rulesOf } from './rules';

/** What a configuration costs: samples x epochs x parameters. */
export const costOf = (settings: Settings, submission: Submission): number =>
  settings.samples * submission.epochs * rulesOf(settings).parameters(submission);

/**
 * `submission-invalid` for another family's submission, `out-of-range` if the controls could not be set like this,
 * `over-energy` if the energy is not enough for it.
 */
export function check(settings: Settings, submission: Submission): Result<Submission, ErrorCode> {
  const rules = rulesOf(settings);
  if (!rules.owns(submission)) return err('submission-invalid');
  if (!learns(settings, submission) || !rules.fits(submission)) return err('out-of-range');
  return costOf(settings, submission) > settings.energy.max ? err('over-energy') : ok(submission);
}
