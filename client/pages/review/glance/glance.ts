import type { ReviewStep, ReviewStudent } from '#shared/session/review';
import { verdictOf, type Verdict } from '#shared/session/verdict';
import { hardestFirst, tally } from '../tally';

/** As many steps as one can talk over in a few minutes. */
const HARDEST = 3;

/** Fewer steps than these say nothing about a student. */
const LEAST = 3;

/** How those who were there fared in a step: who was not is no part of it. */
export const thereIn = (
  students: readonly ReviewStudent[],
  step: number,
): Readonly<Record<Verdict, number>> => ({ ...tally(students, step), absent: 0 });

const isGraded = ({ phase, grades }: ReviewStep) => phase !== 'waiting' && grades;

/** The steps that the fewest of those present got right; none that everybody did. */
export const hardest = (steps: readonly ReviewStep[]): readonly ReviewStep[] =>
  hardestFirst(steps.filter((step) => isGraded(step) && step.right < step.present)).slice(0, HARDEST);

/** A student to ask, and why. */
export interface Asked {
  readonly student: ReviewStudent;
  /** Graded steps that the student was there for; one that the server could not score is none. */
  readonly there: number;
  readonly right: number;
  /** Those without an answer. */
  readonly silent: number;
}

function record(student: ReviewStudent, graded: readonly ReviewStep[]): Asked {
  const fared = graded.flatMap(({ index }) => {
    const answer = student.steps[index];
    return answer ? [verdictOf(answer)] : [];
  });
  const count = (...of: Verdict[]) => fared.filter((verdict) => of.includes(verdict)).length;
  return {
    student,
    there: count('right', 'partial', 'wrong', 'silent'),
    right: count('right'),
    silent: count('silent'),
  };
}

/** Right in less than one step of three, or without an answer in one of three. */
const struggled = ({ there, right, silent }: Asked) =>
  there >= LEAST && (3 * right < there || 3 * silent >= there);

/**
 * Who seldom was right or got stuck, who struggled most first. Who was sent out is not asked, and nobody can ask whose
 * name was erased.
 */
export function whomToAsk(
  students: readonly ReviewStudent[],
  steps: readonly ReviewStep[],
): readonly Asked[] {
  const graded = steps.filter(isGraded);
  return students
    .filter(({ kicked, name }) => !kicked && name !== '')
    .map((student) => record(student, graded))
    .filter(struggled)
    .sort((a, b) => a.right * b.there - b.right * a.there || b.silent * a.there - a.silent * b.there);
}
