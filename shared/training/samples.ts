/** What a network learns from or is judged by: the same count of numbers for each sample, and its right answer. */
export interface Samples {
  /** The samples' numbers, one sample after the other. */
  readonly x: readonly number[];
  /** y*: a class (0, 1, 2 ...), or the number to be predicted. */
  readonly y: readonly number[];
}

/** Points in the plane: x0, x1 and the class y*, 0 or 1. */
export interface Points extends Samples {
  readonly y: readonly (0 | 1)[];
}

/** Numbers that describe one sample; 0 if there is none. */
export const inputsOf = ({ x, y }: Samples): number => (y.length === 0 ? 0 : x.length / y.length);
