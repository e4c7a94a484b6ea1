import { classesOf, decide, outputsOf, type Output } from './output';
import type { Samples } from './samples';

/**
 * The share of right answers in each class, averaged over the classes that occur. `predicted` gives the class
 * that the sample of this index is put into.
 */
export function balancedAccuracy(
  { y }: Pick<Samples, 'y'>,
  predicted: (sample: number) => number,
  classes = 2,
): number {
  const seen = new Array<number>(classes).fill(0);
  const right = new Array<number>(classes).fill(0);
  y.forEach((answer, sample) => {
    seen[answer] = (seen[answer] ?? 0) + 1;
    if (predicted(sample) === answer) right[answer] = (right[answer] ?? 0) + 1;
  });
  const recalls = seen.flatMap((count, answer) => (count === 0 ? [] : [(right[answer] as number) / count]));
  return recalls.length === 0 ? 0 : recalls.reduce((sum, recall) => sum + recall, 0) / recalls.length;
}

/** The mean of the squared errors of `predicted`; of no sample 0. */
export function meanSquaredError({ y }: Pick<Samples, 'y'>, predicted: (sample: number) => number): number {
  const sum = y.reduce(
    (all, answer, sample) => all + (predicted(sample) - answer) * (predicted(sample) - answer),
    0,
  );
  return y.length === 0 ? 0 : sum / y.length;
}

/**
 * How good a network is, by accuracy or by squared error. `sums`: the weighted sums of its last neurons, one sample
 * after the other.
 */
export function judged(output: Output, samples: Pick<Samples, 'y'>, sums: Float32Array): number {
  const classes = classesOf(output);
  const outputs = outputsOf(output);
  if (classes === 0) return meanSquaredError(samples, (sample) => sums[sample] as number);
  const predicted =
    outputs === 1
      ? (sample: number) => ((sums[sample] as number) >= 0 ? 1 : 0)
      : (sample: number) => decide(sums.subarray(sample * outputs, (sample + 1) * outputs));
  return balancedAccuracy(samples, predicted, classes);
}

/** The score of a network that has learnt nothing: it names one class for all, or the mean of the answers in `train`. */
export function baselineScore(
  output: Output,
  train: Pick<Samples, 'y'>,
  samples: Pick<Samples, 'y'>,
): number {
  const classes = classesOf(output);
  if (classes > 0) return 1 / classes;
  const mean = train.y.reduce((sum, y) => sum + y, 0) / Math.max(1, train.y.length);
  return meanSquaredError(samples, () => mean);
}

/** The middle one; of an even number, the mean of the middle two. Of none, 0. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
