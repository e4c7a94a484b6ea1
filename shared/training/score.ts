import type { Points } from './request';

/** The share of right answers in each class, averaged over the classes that occur. */
export function balancedAccuracy(points: Points, decide: (x0: number, x1: number) => boolean): number {
  const seen = [0, 0];
  const right = [0, 0];
  points.y.forEach((y, i) => {
    seen[y] = (seen[y] as number) + 1;
    const said = decide(points.x[2 * i] as number, points.x[2 * i + 1] as number) ? 1 : 0;
    if (said === y) right[y] = (right[y] as number) + 1;
  });
  const recalls = [0, 1].filter((y) => seen[y] !== 0).map((y) => (right[y] as number) / (seen[y] as number));
  return recalls.length === 0 ? 0 : recalls.reduce((sum, recall) => sum + recall, 0) / recalls.length;
}

/** The middle one; of an even number, the mean of the middle two. Of none, 0. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
