import type { ErrorCode } from '../../errors';
import { err, ok, type Result } from '../../result';
import { log } from '../../training/math';
import type { Grade } from '../activity';
import type { Line, Config } from './config';
import { split } from './data';
import { balancedError, drawable } from './line';

/** An error this small is full marks; chance is one half. */
const BEST = 0.01;
const CHANCE = 0.5;
/** A line clearly better than one feature alone could be. */
export const RIGHT = 0.03;

export const check = (_config: Config, line: Line): Result<Line, ErrorCode> =>
  drawable(line) ? ok(line) : err('out-of-range');

/** On a logarithmic scale, so that the last few birds count: each halving of the error is worth the same. */
export function scoreOf(error: number): number {
  if (error >= CHANCE) return 0;
  return Math.min(1, log(CHANCE / Math.max(error, BEST)) / log(CHANCE / BEST));
}

/** Graded on the hidden birds alone. */
export function grade(config: Config, line: Line): Grade {
  const error = balancedError(line, split(config).hidden);
  return { score: scoreOf(error), right: error <= RIGHT };
}
