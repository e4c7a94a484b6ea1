import { inLanguage, type Locale, type Text } from '../text';
import { plain } from '../words';
import type { Review, ReviewStep, ReviewStudent } from './review';
import { tableWords as words, verdictNames } from './table-words';
import type { SessionState } from './state';
import { counted, verdictOf } from './verdict';

/** A day and a time of day, as a clock on the wall of some place showed them; months from 1. */
export interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** A cell of a spreadsheet. Numbers are whole, because a decimal point is a date where decimals have commas. */
export type Cell = string | number | null | WallTime;

/** What the clock on a wall showed. */
export interface Clock {
  /** Where the wall is, as a table says it: Europe/Rome. */
  readonly zone: string;
  /** At a time of the session, ms since its start; null where nobody can tell. */
  readonly at: (time: number) => WallTime | null;
}

/** A table with its header as the first row. */
export type Table = readonly (readonly Cell[])[];

export const tableKinds = ['students', 'submissions'] as const;
export type TableKind = (typeof tableKinds)[number];

const percent = (share: number): number => Math.round(share * 100);

/** How the columns tell a submission and the kind of its step. */
interface Said {
  readonly submission: (step: number, submission: unknown) => string;
  readonly kind: (step: ReviewStep) => string;
}

/** As programs read it, and as the tables of earlier releases had it. */
const asData: Said = {
  submission: (_step, submission) => JSON.stringify(submission),
  kind: ({ kind }) => kind,
};

/** As a person reads it, in the words of each step's kind. */
export const inWords = ({ steps }: SessionState, locale: Locale): Said => ({
  submission: (step, submission) => steps[step]?.activity.answers?.inWords(submission, locale) ?? '',
  kind: ({ index, kind }) => inLanguage(steps[index]?.activity.name ?? { en: kind }, [locale]),
});

/**
 * A review as a table in one language: a row for each student, or for each submission. Without a `clock` it has no times of
 * day, as those of earlier releases had none.
 */
export function tableOf(
  kind: TableKind,
  review: Review,
  locale: Locale,
  said: Said = asData,
  clock: Clock | null = null,
): Table {
  const say = (text: Text) => plain(inLanguage(text, [locale]));
  const students = review.students.filter(({ kicked }) => !kicked);
  return kind === 'students'
    ? [studentHeader(review, say, clock), ...students.map((one) => studentRow(one, review, say, clock))]
    : [
        submissionHeader(say, clock),
        ...students.flatMap((one) => submissionRows(one, review.steps, { say, said, clock })),
      ];
}

/** The column of a time of day, which names the place of its clock. */
const timed = (say: Say, what: Text, clock: Clock | null): string[] =>
  clock ? [`${say(what)} (${clock.zone})`] : [];

type Say = (text: Text) => string;

/** A step that was only shown has no columns. */
const played = ({ phase, answers }: ReviewStep) => phase !== 'waiting' && answers;

/** A table of a session from before the board's share was shown has the columns of its own time. */
const sharesIn = ({ ranks }: Review) => ranks === 'half-present';

function studentHeader(review: Review, say: Say, clock: Clock | null): string[] {
  const { steps } = review;
  const columns = steps.filter(played).flatMap(({ index, title }) => {
    const step = `${index + 1}. ${say(title)}`;
    return [`${step}: ${say(words.verdict)}`, `${step}: ${say(words.stepPoints)}`];
  });
  const share = sharesIn(review) ? [words.share] : [];
  return [
    ...[words.student, words.name, words.rank, ...share, words.points, words.right].map(say),
    ...timed(say, words.began, clock),
    ...columns,
  ];
}

/** Who was not there for a step has no points in it, which is something else than none. */
function studentRow(
  { seat, name, rank, beside, share, points, right, steps }: ReviewStudent,
  review: Review,
  say: Say,
  clock: Clock | null,
): Cell[] {
  const cells = review.steps.filter(played).flatMap(({ index, phase }): Cell[] => {
    const answer = steps[index];
    if (!answer) return [null, null];
    const missing = !answer.present || phase !== 'revealed';
    return [say(verdictNames[verdictOf(answer)]), missing ? null : (counted(answer)?.points ?? 0)];
  });
  const place = beside ? say(words.beside) : rank;
  const shares = sharesIn(review) ? [share] : [];
  const began = clock ? [clock.at(0)] : [];
  return [seat, name || say(words.erased), place, ...shares, points, right, ...began, ...cells];
}

const submissionHeader = (say: Say, clock: Clock | null): string[] => [
  ...[words.student, words.name, words.step, words.title, words.kind].map(say),
  ...timed(say, words.when, clock),
  ...[words.seconds, words.submission, words.score, words.isRight, words.points, words.counts].map(say),
];

/** How a submission is written down. */
interface Writing {
  readonly say: Say;
  readonly said: Said;
  readonly clock: Clock | null;
}

function submissionRows(
  { seat, name, steps }: ReviewStudent,
  all: readonly ReviewStep[],
  { say, said, clock }: Writing,
): Cell[][] {
  const yes = (is: boolean) => say(is ? words.yes : words.no);
  return all.flatMap((step) => {
    const { index, title } = step;
    return (steps[index]?.submissions ?? []).map(({ at, submission, score, right, points, counts }) => [
      ...[seat, name || say(words.erased), index + 1, say(title), said.kind(step)],
      ...(clock ? [clock.at(at)] : []),
      ...[Math.floor(at / 1_000), said.submission(index, submission)],
      ...[score === null ? null : percent(score), score === null ? null : yes(right), points, yes(counts)],
    ]);
  });
}
