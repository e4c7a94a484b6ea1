import type { ErrorCode } from '../../errors';
import { err, ok, type Result } from '../../result';
import { cleanedWords } from '../../writing/cleaned';
import type { Config, Submission } from './config';
import { lengthOf } from './length';

/** Refuses with `submission-invalid` what is nothing once it is cleaned, and with `out-of-range` what is too long. */
export function check({ longest }: Config, submission: Submission): Result<Submission, ErrorCode> {
  const text = cleanedWords(submission.text);
  if (text === '') return err('submission-invalid');
  return lengthOf(text) > longest ? err('out-of-range') : ok({ text });
}
