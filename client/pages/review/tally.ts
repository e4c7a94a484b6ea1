import type { ReviewStep, ReviewStudent } from '#shared/session/review';
import { verdictOf, type Verdict } from '#shared/session/verdict';

/** Every verdict in the order in which they are shown. */
export const verdicts: readonly Verdict[] = [
  'right',
  'partial',
  'wrong',
  'answered',
  'unscored',
  'silent',
  'absent',
];

/** How many of those who were not sent out fared how in a step. */
export function tally(students: readonly ReviewStudent[], step: number): Readonly<Record<Verdict, number>> {
  const counts = { right: 0, partial: 0, wrong: 0, answered: 0, unscored: 0, silent: 0, absent: 0 };
  for (const { kicked, steps } of students) {
    const answer = steps[step];
    if (!kicked && answer) counts[verdictOf(answer)] += 1;
  }
  return counts;
}

/** A part of the bar of a step, in percent of the bar. */
export interface BarPart {
  readonly verdict: Verdict;
  readonly count: number;
  readonly from: number;
  readonly share: number;
}

/** Whatever happened to somebody, side by side. */
export function partsOf(counts: Readonly<Record<Verdict, number>>): readonly BarPart[] {
  const all = verdicts.reduce((sum, verdict) => sum + counts[verdict], 0);
  let before = 0;
  return verdicts
    .filter((verdict) => counts[verdict] > 0)
    .map((verdict) => {
      const from = (100 * before) / all;
      before += counts[verdict];
      return { verdict, count: counts[verdict], from, share: (100 * counts[verdict]) / all };
    });
}

/** The hardest first: by the share of those present who got it right; what was not played or has no grades comes last. */
export function hardestFirst(steps: readonly ReviewStep[]): readonly ReviewStep[] {
  const share = ({ phase, present, right, grades }: ReviewStep) =>
    phase === 'waiting' || present === 0 || !grades ? 2 : right / present;
  return [...steps].sort((a, b) => share(a) - share(b) || a.index - b.index);
}

/** The mean over the steps that counted, 0..1; null if none did. */
export function lessonMean(steps: readonly ReviewStep[]): number | null {
  const means = steps.filter(({ phase }) => phase === 'revealed').flatMap(({ meanScore }) => meanScore ?? []);
  return means.length > 0 ? means.reduce((sum, mean) => sum + mean, 0) / means.length : null;
}

/** Who was there for a step and did not get it right: whom to ask how they thought, the first of the board first. */
export const toAsk = (students: readonly ReviewStudent[], step: number): readonly ReviewStudent[] =>
  students.filter((student) => {
    const answer = student.steps[step];
    return (
      !student.kicked && answer !== undefined && ['partial', 'wrong', 'silent'].includes(verdictOf(answer))
    );
  });
