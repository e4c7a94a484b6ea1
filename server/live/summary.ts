import { meanScore } from '#shared/session/review';
import type { SessionState } from '#shared/session/state';
import type { SessionFacts } from './handle';

/** What is kept of a session once it is over, beside its log. */
export interface SessionSummary {
  readonly id: string;
  readonly students: number;
  readonly meanScore: number | null;
  /** Its start and as long as it has run: where it ended if no wall clock was set meanwhile. */
  readonly ranUntil: Date;
  /** Nobody has ended it: nobody was there. */
  readonly leftAlone: boolean;
}

/** Students who have a seat and were not kicked. */
export const studentsIn = ({ seats }: SessionState): number =>
  [...seats.values()].filter(({ kicked }) => !kicked).length;

/** The session in a few words, as of now. */
export function factsOf(state: SessionState): SessionFacts {
  const { lesson, wall, stage } = state;
  return {
    lesson: { id: lesson.id, title: lesson.title, steps: lesson.steps.length },
    ...{ wall, students: studentsIn(state), ended: stage.at === 'ended' },
  };
}

/** What the list of past sessions says about a session. */
export function summaryOf(id: string, state: SessionState): SessionSummary {
  const means = state.steps
    .map((step, index) => (step.phase === 'revealed' ? meanScore(state, index) : null))
    .filter((mean) => mean !== null);
  return {
    ...{ id, students: studentsIn(state) },
    meanScore: means.length > 0 ? means.reduce((a, b) => a + b) / means.length : null,
    ranUntil: new Date(Date.parse(state.wall) + state.at),
    leftAlone: state.ended?.why === 'nobody-there',
  };
}
