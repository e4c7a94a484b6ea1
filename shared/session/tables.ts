import { inLanguage, type Locale, type Text } from '../text';
import { plain } from '../words';
import type { Review, ReviewStep, ReviewStudent } from './review';
import { tableWords as words, verdictNames } from './table-words';
import type { SessionState } from './state';
import { counted, verdictOf } from './verdict';

/** A cell of a spreadsheet. Numbers are whole, because a decimal point is a date where decimals have commas. */
export type Cell = string | number | null;

/** A table with its header as the first row. */
export type Table = readonly (readonly Cell[])[];

export const tableKinds = ['students', 'submissions'] as const;
export type TableKind = (typeof tableKinds)[number];

const percent = (share: number): number => Math.round(share * 100);

/** A submission as its column tells it. */
type Said = (step: number, submission: unknown) => string;

/** As programs read it, and as the tables of earlier releases had it. */
const asData: Said = (_step, submission) => JSON.stringify(submission);

/** As a person reads it, in the words of each step's kind. */
export const inWords =
  ({ steps }: SessionState, locale: Locale): Said =>
  (step, submission) =>
    steps[step]?.activity.answers?.inWords(submission, locale) ?? '';

/** A review as a table in one language: a row for each student, or for each submission. */
export function tableOf(kind: TableKind, review: Review, locale: Locale, said: Said = asData): Table {
  const say = (text: Text) => plain(inLanguage(text, [locale]));
  const students = review.students.filter(({ kicked }) => !kicked);
  return kind === 'students'
    ? [studentHeader(review, say), ...students.map((one) => studentRow(one, review, say))]
    : [submissionHeader.map(say), ...students.flatMap((one) => submissionRows(one, review.steps, say, said))];
}

type Say = (text: Text) => string;

/** A step that was only shown has no columns. */
const played = ({ phase, answers }: ReviewStep) => phase !== 'waiting' && answers;

/** A table of a session from before the board's share was shown has the columns of its own time. */
const sharesIn = ({ ranks }: Review) => ranks === 'half-present';

function studentHeader(review: Review, say: Say): string[] {
  const { steps } = review;
  const columns = steps.filter(played).flatMap(({ index, title }) => {
    const step = `${index + 1}. ${say(title)}`;
    return [`${step}: ${say(words.verdict)}`, `${step}: ${say(words.stepPoints)}`];
  });
  const share = sharesIn(review) ? [words.share] : [];
  return [
    ...[words.student, words.name, words.rank, ...share, words.points, words.right].map(say),
    ...columns,
  ];
}

/** Who was not there for a step has no points in it, which is something else than none. */
function studentRow(
  { seat, name, rank, beside, share, points, right, steps }: ReviewStudent,
  review: Review,
  say: Say,
): Cell[] {
  const cells = review.steps.filter(played).flatMap(({ index, phase }): Cell[] => {
    const answer = steps[index];
    if (!answer) return [null, null];
    const missing = !answer.present || phase !== 'revealed';
    return [say(verdictNames[verdictOf(answer)]), missing ? null : (counted(answer)?.points ?? 0)];
  });
  const place = beside ? say(words.beside) : rank;
  const shares = sharesIn(review) ? [share] : [];
  return [seat, name || say(words.erased), place, ...shares, points, right, ...cells];
}

const submissionHeader = [
  words.student,
  words.name,
  words.step,
  words.title,
  words.kind,
  words.seconds,
  words.submission,
  words.score,
  words.isRight,
  words.points,
  words.counts,
] as const;

function submissionRows(
  { seat, name, steps }: ReviewStudent,
  all: readonly ReviewStep[],
  say: Say,
  said: Said,
): Cell[][] {
  const yes = (is: boolean) => say(is ? words.yes : words.no);
  return all.flatMap(({ index, title, kind }) =>
    (steps[index]?.submissions ?? []).map(({ at, submission, score, right, points, counts }) => [
      ...[seat, name || say(words.erased), index + 1, say(title), kind],
      ...[Math.floor(at / 1_000), said(index, submission)],
      ...[score === null ? null : percent(score), score === null ? null : yes(right), points, yes(counts)],
    ]),
  );
}
