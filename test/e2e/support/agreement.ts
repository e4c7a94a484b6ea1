import { expect, type Page } from '@playwright/test';
import type { Lesson } from '#shared/lessons/lesson';
import { tableWords, verdictNames } from '#shared/session/table-words';
import { it } from '../../support/words';
import { downloaded, sharesOf, studentsOf } from './afterwards';
import { inOrder, type BoardRow, type Outcome } from './shown';

/** A step as the class saw it. */
export interface Round {
  /** Its number in the lesson, from 0. */
  readonly step: number;
  /** How each student's own phone said it went. */
  readonly outcomes: readonly Outcome[];
  /** The board after it. */
  readonly board: readonly BoardRow[];
}

/** What a class saw during a lesson. */
export interface Seen {
  /** Who played, in the order of each step's outcomes. */
  readonly names: readonly string[];
  /** The steps that were played, in the lesson's order. */
  readonly rounds: readonly Round[];
  readonly podium: readonly BoardRow[];
}

/** The review tells the ranks, points and right answers that the phones showed, and each step's share of right answers. */
export async function reviewAgrees(review: Page, { names, rounds, podium }: Seen): Promise<void> {
  const stepsOf = (name: string) => rounds.map(({ outcomes }) => outcomes[names.indexOf(name)]?.points);
  expect(await studentsOf(review)).toEqual(podium.map((row) => ({ ...row, steps: stepsOf(row.name) })));
  const rights = rounds.map(({ outcomes }) => outcomes.filter(({ verdict }) => verdict === 'right').length);
  expect(await sharesOf(review)).toEqual(
    rights.map((right) => ({
      percent: Math.round((100 * right) / names.length),
      words: it('review_right_of', { right: String(right), answered: String(names.length) }),
    })),
  );
}

const column = tableWords;

/** The downloaded tables say the same, to the point. */
export async function tablesAgree(review: Page, lesson: Lesson, seen: Seen): Promise<void> {
  const students = await downloaded(review, 'students');
  const standings = students.map((row) => ({
    name: row[column.name.it] ?? '',
    rank: Number(row[column.rank.it]),
    points: Number(row[column.points.it]),
    right: Number(row[column.right.it]),
  }));
  expect(inOrder(standings)).toEqual(seen.podium);
  const submissions = await downloaded(review, 'submissions');
  for (const [student, name] of seen.names.entries()) {
    const row = students.find((one) => one[column.name.it] === name) ?? {};
    const own = submissions.filter((one) => one[column.name.it] === name);
    const steps = seen.rounds.map(({ step, outcomes }) => ({ step, ...(outcomes[student] as Outcome) }));
    expect(steps.map(({ step }) => cellsOf(row, lesson, step))).toEqual(steps.map(inCells));
    expect(own.filter((one) => one[column.counts.it] === column.yes.it).map(countingOf)).toEqual(
      steps.map(inSubmission),
    );
  }
}

/** A step of a student's row. */
function cellsOf(row: Record<string, string>, lesson: Lesson, step: number) {
  const title = `${step + 1}. ${lesson.steps[step]?.title.it ?? ''}`;
  return [row[`${title}: ${column.verdict.it}`], row[`${title}: ${column.stepPoints.it}`]];
}

const inCells = ({ verdict, points }: Outcome) => [verdictNames[verdict].it, String(points)];

/** The submission that counts, as its own table tells it. */
const countingOf = (row: Record<string, string>) => ({
  step: Number(row[column.step.it]),
  right: row[column.isRight.it] === column.yes.it,
  points: Number(row[column.points.it]),
});

const inSubmission = ({ step, verdict, points }: Outcome & { readonly step: number }) => ({
  step: step + 1,
  right: verdict === 'right',
  points,
});
