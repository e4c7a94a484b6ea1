/**
 * F. J. Anscombe, "Graphs in Statistical Analysis", The American Statistician 27 (1973), 17-21: four clouds of eleven
 * points with the same means, the same best line and the same R², and nothing else in common.
 */
export type Point = readonly [x: number, y: number];

const X = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
const Y = [
  [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68],
  [9.14, 8.14, 8.74, 8.77, 9.26, 8.1, 6.13, 3.1, 9.13, 7.26, 4.74],
  [7.46, 6.77, 12.74, 7.11, 7.81, 8.84, 6.08, 5.39, 8.15, 6.42, 5.73],
  [6.58, 5.76, 7.71, 8.84, 8.47, 7.04, 5.25, 12.5, 5.56, 7.91, 6.89],
];
/** The fourth has ten points in a column and one far from it. */
const COLUMN = X.map((_, i) => (i === 7 ? 19 : 8));

export const CLOUDS: readonly (readonly Point[])[] = Y.map((heights, cloud) =>
  heights.map((y, i) => [(cloud === 3 ? COLUMN : X)[i] ?? 0, y]),
);

/** The best line of each of the four, y = wx + b, to two decimals. */
export const COMMON = { w: 0.5, b: 3 };
