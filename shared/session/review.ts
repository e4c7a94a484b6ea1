import type { ActivityKind } from '../activities/registry';
import { inLanguage, type Text } from '../text';
import { countedSteps } from './board';
import { begin, evolve, type Bind } from './evolve';
import type { LoggedEvent, Outcome, SeatId, SentBy } from './events';
import { mistakesIn } from './ledger/mistakes';
import { positionsOf, seatSeed } from './ledger/positions';
import { byMistake, type MadeMistake } from './mistakes';
import { predictionView } from './predictions/told';
import type { PredictionView } from './predictions/prediction';
import { gradeOf, type Ranks, type SessionState, type StepState } from './state';
import { submissionsOf, type Submissions } from './ledger/submissions';
import { tableWords } from './table-words';
import { classTold, type ClassTold } from './together/told';
import { afterView } from './views/step';
import type { AfterView, Names } from './views/types';

/** A session looked back at, rebuilt from its log alone. */
export interface Review {
  readonly title: Text;
  readonly code: string;
  /** Wall clock of the start, ISO 8601. */
  readonly wall: string;
  /** Length on the session's clock, ms. */
  readonly lasted: number;
  readonly ended: boolean;
  /** Who has a rank. */
  readonly ranks: Ranks;
  readonly steps: readonly ReviewStep[];
  /** In the order of the board; who has no place comes last. */
  readonly students: readonly ReviewStudent[];
}

export interface ReviewStep {
  readonly index: number;
  /** The same in every session of the lesson. */
  readonly id: string;
  /** The step of the lesson that this one plays again; left out for those of the lesson itself. */
  readonly again?: number;
  readonly kind: ActivityKind;
  readonly title: Text;
  readonly task: Text;
  readonly points: number;
  readonly phase: SessionState['steps'][number]['phase'];
  readonly view: unknown;
  readonly picture: unknown;
  /** What the class came to, where it is reckoned together; null elsewhere, and before its reveal. */
  readonly together: ClassTold | null;
  readonly after: AfterView | null;
  readonly present: number;
  readonly answered: number;
  readonly right: number;
  /** What the class was asked before it opened; null: nothing. */
  readonly prediction: PredictionView | null;
  /** What was got wrong, the commonest first, with all who did; only what has a name. */
  readonly mistakes: readonly MadeMistake[];
  /** Mean score of those present, who did not answer at 0; null if nobody was there. */
  readonly meanScore: number | null;
  /** Whether anything is answered in it, and whether answers are graded. */
  readonly answers: boolean;
  readonly grades: boolean;
}

export interface ReviewStudent {
  readonly seat: SeatId;
  /** Empty once it was erased. */
  readonly name: string;
  readonly kicked: boolean;
  readonly rank: number | null;
  /** Has no rank, because of being there for less than half of what counted. */
  readonly beside: boolean;
  /** Of a thousand points that could have been won where the student was present; null without a standing. */
  readonly share: number | null;
  readonly points: number;
  readonly right: number;
  /** One for each step of the lesson. */
  readonly steps: readonly ReviewAnswer[];
}

export interface ReviewAnswer {
  readonly present: boolean;
  readonly submissions: readonly ReviewSubmission[];
  /** What was asked at this seat, where each has a view of its own and something was sent; else it is the step's. */
  readonly view?: unknown;
}

/** A submission as it was accepted; `counts` for the one that stood at the close. */
export interface ReviewSubmission {
  readonly seq: number;
  readonly at: number;
  readonly submission: unknown;
  readonly sentBy: SentBy;
  /** Null where it was never scored: the server was still training it, or could not. */
  readonly score: number | null;
  readonly right: boolean;
  readonly points: number | null;
  /** What it came to, as its own kind measures it; null where nothing is measured, or was not scored. */
  readonly measure: unknown;
  readonly counts: boolean;
  readonly outcome: Outcome['outcome'];
}

/** Folds a log into what a teacher reads afterwards. `log` starts at the first event. */
export function review(log: readonly LoggedEvent[], names: Names, bind?: Bind): Review {
  const [first, ...rest] = log;
  if (!first) throw new Error('an empty log cannot be reviewed');
  return reviewOf(log, rest.reduce(evolve, begin(first, bind)), names);
}

/** The same for who has the state after the log. */
export function reviewOf(log: readonly LoggedEvent[], state: SessionState, names: Names): Review {
  const submissions = submissionsOf(log, state);
  return {
    title: state.lesson.title,
    code: state.code,
    wall: state.wall,
    lasted: state.at,
    ended: state.stage.at === 'ended',
    ranks: state.ranks,
    steps: state.steps.map((_, index) => reviewStep(state, index)),
    students: [...state.seats.keys()]
      .map((seat) => reviewStudent(state, seat, submissions, names))
      .sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || (a.name < b.name ? -1 : 1)),
  };
}

/** The mean score over everybody present in a step; null if nobody was. */
export function meanScore(state: SessionState, index: number): number | null {
  const step = state.steps[index];
  const there = step ? [...step.present].filter((seat) => state.seats.get(seat)?.kicked === false) : [];
  if (!step?.activity.grades || there.length === 0) return null;
  return there.reduce((sum, seat) => sum + (gradeOf(step.answers.get(seat))?.score ?? 0), 0) / there.length;
}

/** What a reader is told of a step that is played again, `title` too; of the others nothing more. */
export function roundOf(
  { again }: Pick<StepState, 'again'>,
  title: Text,
): { readonly title: Text; readonly again?: number } {
  if (again === null) return { title };
  const said = Object.entries(title).map(([language, words]) => {
    return [language, `${words} (${inLanguage(tableWords.anotherRound, [language])})`] as const;
  });
  return { title: Object.fromEntries(said), again };
}

function reviewStep(state: SessionState, index: number): ReviewStep {
  const step = state.steps[index] as SessionState['steps'][number];
  const lesson = state.lesson.steps[index] as SessionState['lesson']['steps'][number];
  const counted = [...step.answers].filter(([seat]) => state.seats.get(seat)?.kicked === false);
  const { id, kind, title, task, points } = lesson;
  return {
    ...{ index, id, kind, task, points },
    ...roundOf(step, title),
    phase: step.phase,
    view: step.activity.view(null),
    picture: step.activity.picture(positionsOf(state, index, step.answers, new Map()), step.secret),
    together: classTold({ index, step }, null),
    after: afterView(state, index),
    present: [...step.present].filter((seat) => state.seats.get(seat)?.kicked === false).length,
    answered: counted.length,
    right: counted.filter(([, answer]) => gradeOf(answer)?.right).length,
    prediction: predictionView(state, index),
    mistakes: byMistake(state, mistakesIn(state, index)),
    meanScore: meanScore(state, index),
    answers: step.activity.answers !== null,
    grades: step.activity.grades !== null,
  };
}

function reviewStudent(state: SessionState, seat: SeatId, all: Submissions, names: Names): ReviewStudent {
  const holder = state.seats.get(seat);
  const kicked = holder?.kicked ?? false;
  const place = state.places.get(seat);
  const standing = place ?? state.beside.get(seat);
  return {
    seat,
    name: holder ? names(holder.name) : '',
    kicked,
    rank: place?.rank ?? null,
    beside: state.ranks === 'half-present' && !kicked && !place && countedSteps(state) > 0,
    share: standing?.share ?? null,
    points: standing?.points ?? 0,
    right: standing?.right ?? 0,
    steps: state.steps.map((step, index) => {
      const answer = reviewAnswer(state, seat, index, all);
      const asked = step.activity.personal && answer.submissions.length > 0;
      return asked ? { ...answer, view: step.activity.view(seatSeed(state, seat, index)) } : answer;
    }),
  };
}

/** What a seat did in a step. */
export function reviewAnswer(
  state: SessionState,
  seat: SeatId,
  index: number,
  all: Submissions,
): ReviewAnswer {
  const step = state.steps[index];
  const standing = step?.answers.get(seat)?.seq;
  const made = all.get(seat)?.get(index) ?? [];
  return {
    present: step?.present.has(seat) ?? false,
    submissions: made.map((one) => ({ ...one, counts: one.seq === standing })),
  };
}
