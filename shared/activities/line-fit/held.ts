import type { Heights } from './config';
import type { Summary } from './view';

export const keyOf = (heights: Heights): string => heights.join();

/** The lines of a summary, with how many students hold each. */
export const heldLines = ({
  lines,
}: Summary): readonly { readonly key: string; readonly heights: Heights; readonly count: number }[] =>
  Object.entries(lines).map(([key, count]) => {
    const [left = 0, right = 0] = key.split(',').map(Number);
    return { key, heights: [left, right], count };
  });

/** The guesses of a summary, g, the lightest first. */
export const guessesOf = ({
  guesses,
}: Summary): readonly { readonly grams: number; readonly count: number }[] =>
  Object.entries(guesses)
    .map(([grams, count]) => ({ grams: Number(grams), count }))
    .sort((a, b) => a.grams - b.grams);
