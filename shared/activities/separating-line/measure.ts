import type { Config, Line } from './config';
import { split } from './data';
import { missed, type Birds } from './line';

interface Missed {
  readonly wrong: number;
  readonly of: number;
}

/** How many birds are on the wrong side: of those in sight, and of those that score. */
export interface Measure {
  readonly seen: Missed;
  readonly unseen: Missed;
}

function missedOf(line: Line, birds: Birds): Missed {
  const { zeros, ones } = missed(line, birds);
  return { wrong: zeros + ones, of: birds.y.length };
}

export function measure(config: Config, line: Line): Measure {
  const { shown, hidden } = split(config);
  return { seen: missedOf(line, shown), unseen: missedOf(line, hidden) };
}
