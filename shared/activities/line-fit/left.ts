import type { OwnConfig } from './config';
import { split } from './data';
import { marksOf } from './fit';
import { squaresOf } from './line';

/** What of the squared errors of a level line the best one leaves, on the rows that judge; 1: all of them. */
export function leftBy(config: OwnConfig): number {
  const { best, start } = marksOf(config);
  const { hidden } = split(config);
  const level = squaresOf(start, hidden);
  return level > 0 ? Math.min(1, squaresOf(best, hidden) / level) : 1;
}

/** Where the best line is hardly better than a level one, where it runs is chance. */
export const MOST_LEFT = 0.85;
