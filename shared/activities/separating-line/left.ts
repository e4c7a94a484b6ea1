import type { OwnConfig } from './config';
import { split } from './data';
import { balancedError } from './line';
import { bestOf } from './marks';

/** What of the rows that judge the best line leaves on the wrong side: 0 none, 1 as many as chance would. */
export const leftBy = (config: OwnConfig): number =>
  Math.min(1, balancedError(bestOf(config), split(config).hidden) / 0.5);

/** A line that gets three rows in ten wrong tells nobody anything. */
export const MOST_LEFT = 0.6;
