import type { Line } from './config';
import type { Summary } from './view';

export const keyOf = ({ from, to, swapped }: Line): string => [...from, ...to, swapped ? 1 : 0].join();

/** The lines of a summary, with how many students hold each, the commonest first. */
export const heldLines = ({ crossings }: Summary): { readonly line: Line; readonly count: number }[] =>
  Object.entries(crossings)
    .map(([key, count]) => {
      const [l0 = 0, d0 = 0, l1 = 0, d1 = 0, swapped] = key.split(',').map(Number);
      return { line: { from: [l0, d0], to: [l1, d1], swapped: swapped === 1 } satisfies Line, count };
    })
    .sort((a, b) => b.count - a.count);
