/** Numbers of a vector as a person reads them: minus signs, not hyphens. */
export const written = (numbers: readonly number[]): string => numbers.join(', ').replaceAll('-', '−');

export type Three = readonly [number, number, number];

/** w·x of two vectors of three numbers. */
export const dotOf = (w: Three, x: Three): number => w[0] * x[0] + w[1] * x[1] + w[2] * x[2];
