import type { ActivityKind } from '../activities/registry';
import type { Text } from '../text';
import { countedSteps } from './board';
import type { LoggedEvent, SeatId } from './events';
import { seatSeed } from './ledger/positions';
import { whysOf } from './mistakes';
import { predictionView } from './predictions/told';
import type { Prediction, PredictionView } from './predictions/prediction';
import { reviewAnswer, roundOf, type ReviewAnswer } from './review';
import type { SessionState } from './state';
import { submissionsOf, type Submissions } from './ledger/submissions';
import { own } from './views/own';
import { afterView } from './views/step';
import type { AfterView, Names, OwnPlace } from './views/types';

/** What one student may read of a session that is over: their own path, and nobody else's. */
export interface OwnReview {
  readonly title: Text;
  /** Empty once it was erased. */
  readonly name: string;
  /** Wall clock of the start, ISO 8601. */
  readonly wall: string;
  readonly place: OwnPlace | null;
  /** Steps that counted. */
  readonly counted: number;
  /** The steps that were played. */
  readonly steps: readonly OwnReviewStep[];
}

export interface OwnReviewStep extends ReviewAnswer {
  readonly index: number;
  /** As in a `ReviewStep`. */
  readonly again?: number;
  readonly kind: ActivityKind;
  readonly title: Text;
  readonly task: Text;
  readonly points: number;
  /** The activity as this student saw it. */
  readonly view: unknown;
  /** Null where the right answer was never revealed; then nothing is said about scores either. */
  readonly after: AfterView | null;
  /** What the class was asked before it opened, and what this student had said; null: nothing. */
  readonly prediction: PredictionView | null;
  readonly expected: Prediction | null;
  /** What was got wrong with the answer that counted, where that has a name; nothing until the reveal. */
  readonly mistakes: readonly Text[];
  /** Whether anything was to be answered. */
  readonly answers: boolean;
}

/**
 * A seat's own review; null for a seat that does not exist or was kicked. `state` is the state after `log`; `after`
 * tells of a step what is the same for all seats, so that a class that looks back at once has it made once.
 */
export function ownReview(
  log: readonly LoggedEvent[],
  state: SessionState,
  seat: SeatId,
  names: Names,
  after: (index: number) => AfterView | null = (index) => afterView(state, index),
): OwnReview | null {
  const seen = own(state, seat, names);
  if (!seen) return null;
  const made = submissionsOf(log, state, seat);
  return {
    title: state.lesson.title,
    name: seen.name,
    wall: state.wall,
    place: seen.place,
    counted: countedSteps(state),
    steps: state.steps.flatMap((step, index) =>
      step.phase === 'waiting' ? [] : [ownReviewStep(state, seat, index, made, after)],
    ),
  };
}

function ownReviewStep(
  state: SessionState,
  seat: SeatId,
  index: number,
  made: Submissions,
  after: (index: number) => AfterView | null,
): OwnReviewStep {
  const step = state.steps[index] as SessionState['steps'][number];
  const { kind, title, task, points } = state.lesson.steps[index] as SessionState['lesson']['steps'][number];
  const answer = reviewAnswer(state, seat, index, made);
  const revealed = step.phase === 'revealed';
  return {
    ...{ index, kind, task, points },
    ...roundOf(step, title),
    view: step.activity.view(seatSeed(state, seat, index)),
    after: revealed ? after(index) : null,
    present: answer.present,
    prediction: predictionView(state, index),
    expected: step.predictions.get(seat) ?? null,
    mistakes: whysOf(step, seat),
    submissions: revealed ? answer.submissions : answer.submissions.map(unscored),
    answers: step.activity.answers !== null,
  };
}

const unscored = (one: ReviewAnswer['submissions'][number]) => ({
  ...one,
  ...{ score: null, right: false, points: null, measure: null },
});
