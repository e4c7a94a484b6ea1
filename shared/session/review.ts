import type { Grade } from '../activities/activity';
import type { ActivityKind } from '../activities/registry';
import type { Text } from '../text';
import { begin, evolve } from './evolve';
import type { LoggedEvent, SeatId } from './events';
import type { SessionState } from './state';
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
  readonly steps: readonly ReviewStep[];
  /** In the order of the board; who has no place comes last. */
  readonly students: readonly ReviewStudent[];
}

export interface ReviewStep {
  readonly index: number;
  readonly kind: ActivityKind;
  readonly title: Text;
  readonly task: Text;
  readonly points: number;
  readonly phase: SessionState['steps'][number]['phase'];
  readonly view: unknown;
  readonly picture: unknown;
  readonly after: AfterView | null;
  readonly present: number;
  readonly answered: number;
  readonly right: number;
  /** Mean score of those present, who did not answer at 0; null if nobody was there. */
  readonly meanScore: number | null;
}

export interface ReviewStudent {
  readonly seat: SeatId;
  readonly name: string;
  readonly kicked: boolean;
  readonly rank: number | null;
  readonly points: number;
  readonly right: number;
  /** One for each step of the lesson. */
  readonly steps: readonly ReviewAnswer[];
}

export interface ReviewAnswer {
  readonly present: boolean;
  readonly submissions: readonly ReviewSubmission[];
}

/** A submission as it was accepted; `counts` for the one that stood at the close. */
export interface ReviewSubmission extends Grade {
  readonly seq: number;
  readonly at: number;
  readonly submission: unknown;
  readonly points: number;
  readonly counts: boolean;
}

type Submissions = Map<SeatId, Map<number, Omit<ReviewSubmission, 'counts'>[]>>;

/** Folds a log into what a teacher reads afterwards. `log` starts at the first event. */
export function review(log: readonly LoggedEvent[], names: Names): Review {
  const [first, ...rest] = log;
  if (!first) throw new Error('an empty log cannot be reviewed');
  const state = rest.reduce(evolve, begin(first));
  const submissions = submissionsOf(log);
  return {
    title: state.lesson.title,
    code: state.code,
    wall: state.wall,
    lasted: state.at,
    ended: state.stage.at === 'ended',
    steps: state.steps.map((_, index) => reviewStep(state, index)),
    students: [...state.seats.keys()]
      .map((seat) => reviewStudent(state, seat, submissions, names))
      .sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || (a.name < b.name ? -1 : 1)),
  };
}

function submissionsOf(log: readonly LoggedEvent[]): Submissions {
  const all: Submissions = new Map();
  for (const { seq, at, event } of log) {
    if (event.type !== 'submitted') continue;
    const bySeat = all.get(event.seat) ?? new Map<number, Omit<ReviewSubmission, 'counts'>[]>();
    const { submission, grade, points } = event;
    bySeat.set(event.step, [...(bySeat.get(event.step) ?? []), { seq, at, submission, ...grade, points }]);
    all.set(event.seat, bySeat);
  }
  return all;
}

/** The mean score over everybody present in a step; null if nobody was. */
export function meanScore(state: SessionState, index: number): number | null {
  const step = state.steps[index];
  const there = step ? [...step.present].filter((seat) => state.seats.get(seat)?.kicked === false) : [];
  if (!step || there.length === 0) return null;
  return there.reduce((sum, seat) => sum + (step.answers.get(seat)?.grade.score ?? 0), 0) / there.length;
}

function reviewStep(state: SessionState, index: number): ReviewStep {
  const step = state.steps[index] as SessionState['steps'][number];
  const lesson = state.lesson.steps[index] as SessionState['lesson']['steps'][number];
  const counted = [...step.answers].filter(([seat]) => state.seats.get(seat)?.kicked === false);
  const { kind, title, task, points } = lesson;
  return {
    ...{ index, kind, title, task, points },
    phase: step.phase,
    view: step.activity.view(null),
    picture: step.activity.picture(counted.map(([, answer]) => answer.submission)),
    after: afterView(state, index),
    present: [...step.present].filter((seat) => state.seats.get(seat)?.kicked === false).length,
    answered: counted.length,
    right: counted.filter(([, answer]) => answer.grade.right).length,
    meanScore: meanScore(state, index),
  };
}

function reviewStudent(state: SessionState, seat: SeatId, all: Submissions, names: Names): ReviewStudent {
  const holder = state.seats.get(seat);
  const place = state.places.get(seat);
  return {
    seat,
    name: holder ? names(holder.name) : '',
    kicked: holder?.kicked ?? false,
    rank: place?.rank ?? null,
    points: place?.points ?? 0,
    right: place?.right ?? 0,
    steps: state.steps.map((step, index) => {
      const standing = step.answers.get(seat)?.seq;
      const made = all.get(seat)?.get(index) ?? [];
      return {
        present: step.present.has(seat),
        submissions: made.map((one) => ({ ...one, counts: one.seq === standing })),
      };
    }),
  };
}
