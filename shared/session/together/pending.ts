import type { ClassRequest } from '../../training/together/request';
import type { SeatId } from '../events';
import type { SessionState, StepState } from '../state';

/** A class that has sent and is not reckoned yet: a restarted server finds it here again. */
export interface PendingClass {
  readonly step: number;
  readonly run: number;
  /** Made when it is asked for, because it holds all the data. */
  readonly request: () => ClassRequest;
}

/** The id of the command that brings what a class came to: it counts once, whoever brings it. */
export const reckonedId = (step: number, run: number): string => `class/${step}/${run}`;

/** Whether a class waits to be reckoned. */
export const isReckoning = ({ together: { run, done } }: Pick<StepState, 'together'>): boolean => done < run;

/** Whose answers make the class, in the order in which they came first; who was kicked is not in it. */
export const classOf = (state: SessionState, { answers }: Pick<StepState, 'answers'>): SeatId[] =>
  [...answers.keys()].filter((seat) => state.seats.get(seat)?.kicked === false);

/** None once the session is over, where nothing would be taken; what its end has closed is there again if that is taken back. */
export const pendingClasses = (state: SessionState): PendingClass[] =>
  state.steps.flatMap((step, index) =>
    isReckoning(step) && !state.ended
      ? [{ step: index, run: step.together.run, request: () => requestOf(state, step) }]
      : [],
  );

function requestOf(state: SessionState, step: StepState): ClassRequest {
  const { activity, answers, secret } = step;
  if (!activity.together) throw new Error(`nothing is reckoned together in ${activity.kind}`);
  const sent = classOf(state, step).map((seat) => answers.get(seat)?.submission);
  return activity.together.request(sent, secret);
}
