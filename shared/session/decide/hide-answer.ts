import { answerIdOf } from '../../activities/answer-id';
import type { ErrorCode } from '../../errors';
import { err, ok, type Result } from '../../result';
import type { HostCommand } from '../commands';
import type { SeatId, SessionEvent } from '../events';
import { seatSeed } from '../ledger/positions';
import type { SessionState } from '../state';

type HideAnswer = Extract<HostCommand, { readonly type: 'hide-answer' }>;

/**
 * Hides what somebody has written, or shows it again; the desk names it as the class picture does, which says nobody's
 * name. Refuses with `unknown-step`, `unknown-answer` or, where answers are not personal, `wrong-phase`.
 */
export function hideAnswer(
  state: SessionState,
  { step: index, answer, hidden }: HideAnswer,
): Result<readonly SessionEvent[], ErrorCode> {
  const step = state.steps[index];
  if (!step) return err('unknown-step');
  if ((step.activity.answers?.erased ?? null) === null) return err('wrong-phase');
  const seat = [...step.answers.keys()].find((one) => answerIn(state, one, index) === answer);
  if (seat === undefined) return err('unknown-answer');
  return ok(step.hidden.has(seat) === hidden ? [] : [{ type: 'answer-hidden', step: index, seat, hidden }]);
}

const answerIn = (state: SessionState, seat: SeatId, index: number): string =>
  answerIdOf(seatSeed(state, seat, index));

/** The answers of a step that are hidden, as the class picture would name them; the last one first. */
export const hiddenIn = (state: SessionState, index: number): readonly string[] =>
  [...(state.steps[index]?.hidden ?? [])].reverse().map((seat) => answerIn(state, seat, index));
