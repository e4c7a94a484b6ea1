import type { ErrorCode } from '../../errors';
import { err, ok, type Result } from '../../result';
import { sameStage } from '../conductor/stage';
import type { SeatId, SessionEvent } from '../events';
import type { SessionState } from '../state';
import { askedIn } from './asked';
import type { Prediction } from './prediction';

/**
 * Notes what a seat expects of the step on stage, until that opens; the last one counts. Refuses with `seat-unknown`,
 * `kicked`, `unknown-step`, `step-not-open` (not on stage, or nothing is asked), `too-late` or `submission-invalid`.
 */
export function predict(
  state: SessionState,
  seat: SeatId,
  index: number,
  { option, sure }: Prediction,
): Result<readonly SessionEvent[], ErrorCode> {
  const holder = state.seats.get(seat);
  if (!holder) return err('seat-unknown');
  if (holder.kicked) return err('kicked');
  const step = state.steps[index];
  if (!step) return err('unknown-step');
  const asked = askedIn(state, index);
  if (step.phase !== 'waiting' && asked) return err('too-late');
  if (!asked || !sameStage(state.stage, { at: 'step', step: index })) return err('step-not-open');
  if (!asked.options.some(({ id }) => id === option)) return err('submission-invalid');
  const said = step.predictions.get(seat);
  if (said?.option === option && said.sure === sure) return ok([]);
  return ok([{ type: 'predicted', seat, step: index, option, sure }]);
}
