import type { Evidence } from '../../activities/activity';
import type { Job, SeatId } from '../events';
import { resultOf, type SessionState } from '../state';
import { seedsOf } from './positions';

/** What is known of a submission beside itself; `job` is what trained it. */
export function evidenceOf(state: SessionState, index: number, seat: SeatId, job: Job | null): Evidence {
  const step = state.steps[index];
  if (!step) throw new Error(`no step ${index}`);
  const seeds = seedsOf(state, seat, index, step.secret);
  const result = job ? resultOf(step.jobs.get(job.key)) : null;
  const part = step.together.parts.get(seat);
  const share = step.together.result && part ? { class: step.together.result, part } : null;
  if (!result && !share) return seeds;
  return { seat: seeds.seat, secret: seeds.secret, ...(result && { result }), ...(share && { share }) };
}
