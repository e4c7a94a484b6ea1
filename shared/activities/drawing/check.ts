import type { ErrorCode } from '../../errors';
import { err, ok, type Result } from '../../result';
import type { Config, Submission } from './config';
import { isBlank } from './ink';

/** Refuses with `submission-invalid` nothing at all, a sheet without ink, and more sheets than the step asks for. */
export const check = ({ asks }: Config, { ink }: Submission): Result<Submission, ErrorCode> =>
  ink.length === 0 || ink.length > asks || ink.some(isBlank) ? err('submission-invalid') : ok({ ink });

/** Each digit is handed in as it is drawn; all of it is as many as the step asks for. */
export const whole = ({ asks }: Config, { ink }: Submission): boolean => ink.length === asks;

export const inParts = ({ ink }: Submission): readonly Submission[] =>
  ink.map((_, i) => ({ ink: ink.slice(0, i + 1) }));
