import type { ErrorCode } from '../../errors';
import { err, ok, type Result } from '../../result';
import type { ServerCommand } from '../commands';
import type { EventOf, SessionEvent, Settled } from '../events';
import { seedsOf } from '../ledger/positions';
import type { SessionState } from '../state';
import { classOf } from './pending';

type Decision = Result<readonly SessionEvent[], ErrorCode>;

/** A class was reckoned: now everybody in it has a grade. What another close or another class has overtaken is dropped. */
export function classReckoned(
  state: SessionState,
  { step: index, run, result }: Extract<ServerCommand, { readonly type: 'reckoned' }>,
): Decision {
  const step = state.steps[index];
  if (!step || step.together.run !== run || step.together.done === run) return ok([]);
  if (!result) return ok([{ type: 'class-reckoned', step: index, run, result, seats: [] }]);
  const { parts, ...figures } = result;
  const worth = state.lesson.steps[index]?.points ?? 0;
  const seats = classOf(state, step).flatMap((seat, i): EventOf<'class-reckoned'>['seats'] => {
    const [part, submission] = [parts[i], step.answers.get(seat)?.submission];
    if (!part) return [];
    const evidence = { ...seeds(state, seat, index), share: { class: figures, part } };
    const grade = step.activity.grades?.grade(submission, evidence);
    const settled: Settled = grade
      ? { outcome: 'graded', grade, points: Math.round(grade.score * worth) }
      : { outcome: 'ungraded' };
    return [{ seat, part, ...settled }];
  });
  return ok([{ type: 'class-reckoned', step: index, run, result: figures, seats }]);
}

function seeds(state: SessionState, seat: string, index: number) {
  const secret = state.steps[index]?.secret ?? '';
  return { seat: seedsOf(state, seat, index, secret).seat, secret };
}

/**
 * Shows on projector and desk what remains of the class when half of it is switched off, or the whole of it again. Refuses
 * with `unknown-step` or `wrong-phase`.
 */
export function showHalf(state: SessionState, index: number, shown: boolean): Decision {
  const step = state.steps[index];
  if (!step) return err('unknown-step');
  if (step.phase !== 'revealed' || !step.together.result) return err('wrong-phase');
  return ok(step.together.half === shown ? [] : [{ type: 'half-shown', step: index, shown }]);
}
