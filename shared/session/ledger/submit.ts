import { judge, type Judged } from '../../activities/bound';
import type { Seeds } from '../../activities/activity';
import type { ErrorCode } from '../../errors';
import { err, ok, type Result } from '../../result';
import type { SeatId, SentBy, SessionEvent, Settled } from '../events';
import type { StepLedger } from '../state';
import { trained } from './train';

/** Something that a seat hands in at a step, once whoever conducts has granted it. */
export interface HandedIn {
  readonly seat: SeatId;
  readonly step: number;
  readonly submission: unknown;
  readonly sentBy: SentBy;
  readonly seeds: Seeds;
  /** The step's points, and the share of them that is left at this moment. */
  readonly worth: number;
  readonly timing: number;
}

/**
 * What becomes of a submission: it is graded, or stands without a grade, or has to be trained or reckoned first. Refuses with
 * `already-answered`, with `no-attempts-left`, and with what the activity says is wrong. What nobody has pressed for takes
 * the place of nothing.
 */
export function submit(ledger: StepLedger, handed: HandedIn): Result<readonly SessionEvent[], ErrorCode> {
  const { seat, step } = handed;
  const { activity } = ledger;
  const before = ledger.answers.get(seat);
  if (activity.answers?.counts === 'first' && before?.vote === ledger.vote) return err('already-answered');
  if (handed.sentBy === 'close' && before) return err('already-answered');
  const judged = judge(activity, handed.submission, before?.submission ?? null, handed.seeds);
  if (!judged.ok) return judged;
  const { submission } = judged.value;
  const mark = {
    ...(handed.sentBy === 'close' && { sentBy: handed.sentBy }),
    ...(isPersonal(activity) && { beside: true as const }),
  };
  const submitted = { type: 'submitted', seat, step, made: activity.version, submission, ...mark } as const;
  if (judged.value.outcome === 'pending')
    return activity.trains
      ? trained(ledger, submitted)
      : ok([{ ...submitted, job: null, outcome: 'pending' }]);
  return ok([{ ...submitted, job: null, ...settled(judged.value, handed) }]);
}

const isPersonal = ({ answers }: StepLedger['activity']): boolean =>
  answers !== null && answers.erased !== null;

function settled(
  judged: Exclude<Judged, { readonly outcome: 'pending' }>,
  { worth, timing }: HandedIn,
): Settled {
  if (judged.outcome !== 'graded') return { outcome: 'ungraded' };
  const { grade } = judged;
  return { outcome: 'graded', grade, points: Math.round(grade.score * worth * timing) };
}
