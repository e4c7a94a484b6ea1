import type { ErrorCode } from '../../errors';
import { err, ok, type Result } from '../../result';
import type { Grade } from '../activity';
import type { Line, Config } from './config';
import { split } from './data';
import { balancedError, drawable } from './line';
import { parOf } from './marks';
import { BEST, isRight, scoreOf } from './score';

export const check = (_config: Config, line: Line): Result<Line, ErrorCode> =>
  drawable(line) ? ok(line) : err('out-of-range');

/** Graded on the hidden birds alone. */
export function grade(config: Config, line: Line): Grade {
  const [error, par] = [balancedError(line, split(config).hidden), parOf(config)];
  return { score: scoreOf(error, par ?? BEST), right: isRight(error, par) };
}
