import type { ErrorCode } from '../../errors';
import { err, ok, type Result } from '../../result';
import type { Grade } from '../activity';
import type { Config, Submission } from './config';

export function check(config: Config, submission: Submission): Result<Submission, ErrorCode> {
  const { picked } = submission;
  const known = picked.every((id) => config.options.some((option) => option.id === id));
  const distinct = new Set(picked).size === picked.length;
  const fits = config.several || picked.length === 1;
  return known && distinct && fits ? ok(submission) : err('submission-invalid');
}

/**
 * Single choice: 0 or 1. Several: max(0, hits/R - false/W) with R right and W wrong options, so that picking
 * everything is worth 0 and a random pick about 0.2.
 */
export function grade(config: Config, { picked }: Submission): Grade {
  const hits = picked.filter((id) => config.right.includes(id)).length;
  const wrong = config.options.length - config.right.length;
  const score = Math.max(0, hits / config.right.length - (picked.length - hits) / wrong);
  return config.several ? { score, right: score === 1 } : { score: hits, right: hits === 1 };
}
