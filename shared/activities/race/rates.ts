/** The learning rates of the slider: 1, 2, 5 in each power of ten, written out so that every device sends the same number. */
export const rates = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10] as const;

export type Rate = (typeof rates)[number];

/** The rates of the slider from the least to the most that a step allows, both included. */
export const ratesWithin = ([least, most]: readonly [number, number]): readonly Rate[] =>
  rates.filter((rate) => rate >= least && rate <= most);
