import { ok, type Result } from '../../result';
import type { ErrorCode } from '../../errors';
import type { Evidence, Grade } from '../activity';
import type { Config, Line } from './config';

/** From this score on a line counts as right: as much as most by chance would not be. */
export const RIGHT = 0.5;

/** A gain below this is nothing, so that no score is a quotient of rounding. */
const NOTHING = 1e-6;

/** Every line that the schema takes can be set. */
export const check = (_config: Config, line: Line): Result<Line, ErrorCode> => ok(line);

/**
 * How much the class's error on hidden points grows without this line, as a share of what one of ten lines by chance would
 * bring in its place.
 */
export function grade(_config: Config, _line: Line, { share }: Evidence): Grade {
  if (!share) return { score: 0, right: false };
  const { gain, reference } = share.part;
  const score = gain <= NOTHING ? 0 : Math.min(1, gain / Math.max(reference, NOTHING));
  return { score, right: score >= RIGHT };
}
