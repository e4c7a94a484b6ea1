import { derive } from '../rng';

/** While a step is open a class picture holds no more lines than these. */
export const MOST_WHILE_OPEN = 40;

/**
 * What of a class's lines is shown while the step is open: each once, whether one student holds it or the whole class,
 * and which of too many are left out does not depend on how many hold them, nor on who came first.
 */
export function faint(keys: Iterable<string>): Readonly<Record<string, number>> {
  const ranked = [...new Set(keys)].map((key) => ({ key, rank: derive('faint', key) }));
  ranked.sort((a, b) => (a.rank < b.rank ? -1 : 1));
  return Object.fromEntries(ranked.slice(0, MOST_WHILE_OPEN).map(({ key }) => [key, 1]));
}
