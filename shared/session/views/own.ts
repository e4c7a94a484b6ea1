import type { Changes } from '../../protocol';
import { countedSteps } from '../board';
import { measured } from '../ledger/measured';
import { whysOf } from '../mistakes';
import { seatSeed } from '../ledger/positions';
import type { PhoneStage, SeatId } from '../events';
import { stepAt, type Answer, type Numbered, type SessionState, type StepState } from '../state';
import type { OwnPart } from './audience';
import type { Names, OwnPlace, OwnStep, OwnView, Run } from './types';

/** What one seat is shown; null for a seat that does not exist or was kicked. The cost does not grow with the class. */
export function own(state: SessionState, seat: SeatId, names: Names): OwnView | null {
  const holder = state.seats.get(seat);
  if (!holder || holder.kicked) return null;
  const { name, pace } = holder;
  const step = stepSeen(state, seat);
  return {
    ...{ seat, name: names(name), pace, orders: ordersOf(state, seat) },
    ...{ step: step && ownStep(step), place: ownPlace(state, seat) },
  };
}

/** A seat's order in every step, told when it comes: what opens a step is then the same for all. */
const ordersOf = (state: SessionState, seat: SeatId): string[] =>
  state.steps.map(({ activity }, index) => activity.orderOf?.(seatSeed(state, seat, index)) ?? '');

/** Some parts of what a seat is shown; null where it is shown nothing, or none of them. */
export function ownChanges(
  state: SessionState,
  seat: SeatId,
  wanted: readonly OwnPart[],
): Changes<OwnView> | null {
  if (state.seats.get(seat)?.kicked !== false) return null;
  return {
    ...stepChanges(stepSeen(state, seat), wanted),
    ...(wanted.includes('orders') ? { orders: ordersOf(state, seat) } : {}),
    ...(wanted.includes('place') ? { place: ownPlace(state, seat) } : {}),
  };
}

function stepChanges(seen: Seen | null, wanted: readonly OwnPart[]): Pick<Changes<OwnView>, 'step'> {
  if (wanted.includes('step')) return { step: seen && ownStep(seen) };
  const parts = stepPartNames.filter((name) => wanted.includes(`step.${name}`));
  return seen && parts.length > 0 ? { step: partsOfStep(seen, parts) } : {};
}

/**
 * What the stage has made of everybody's own view where that is the same for all: no step, or one at which nobody has
 * done anything. Null: each seat has its own.
 */
export function ownOfAll(state: SessionState): Changes<OwnView> | null {
  const { boardShown, onPhones } = state;
  if (!boardShown && isOver(onPhones)) return null;
  const place = boardShown ? {} : { place: null };
  const current = stepAt(state, onPhones);
  if (!current) return { step: null, ...place };
  if (!isUntouched(current.step)) return null;
  const nobody = { seat: '', answer: undefined, revealed: false, again: false };
  return { step: ownStep({ ...current, ...nobody, state }), ...place };
}

const isOver = ({ at }: PhoneStage): boolean => at === 'podium' || at === 'ended';

const isUntouched = ({ activity, phase, answers, tries, predictions }: StepState): boolean =>
  !activity.personal &&
  phase !== 'revealed' &&
  answers.size === 0 &&
  tries.size === 0 &&
  predictions.size === 0;

/** The step on phones, as one seat meets it. */
interface Seen extends Numbered {
  readonly state: SessionState;
  readonly seat: SeatId;
  readonly answer: Answer | undefined;
  readonly revealed: boolean;
  /** It may vote again, and has not yet. */
  readonly again: boolean;
}

function stepSeen(state: SessionState, seat: SeatId): Seen | null {
  const current = stepAt(state, state.onPhones);
  if (!current) return null;
  const answer = current.step.answers.get(seat);
  const revealed = current.step.phase === 'revealed';
  const again = answer !== undefined && !revealed && answer.vote !== current.step.vote;
  return { ...current, state, seat, answer, revealed, again };
}

const stepParts: { readonly [Part in keyof OwnStep]: (seen: Seen) => OwnStep[Part] } = {
  index: ({ index }) => index,
  view: ({ state, seat, index, step }) =>
    step.phase === 'waiting' || !step.activity.personal
      ? null
      : step.activity.view(seatSeed(state, seat, index)),
  prediction: ({ step, seat }) => step.predictions.get(seat) ?? null,
  submission: ({ answer, again }) => (again ? null : (answer?.submission ?? null)),
  sentBy: ({ answer }) => answer?.sentBy ?? null,
  earlier: ({ answer, again }) => (again ? (answer?.submission ?? null) : null),
  runs: ({ step, seat }) => [...triedKeys(step, seat)].flatMap((key) => runOf(step, key)),
  attemptsLeft: ({ step, seat }) =>
    step.activity.trains && Math.max(0, step.activity.trains.attempts - triedKeys(step, seat).size),
  result: ({ answer, revealed }) =>
    revealed && answer?.outcome === 'graded' ? { ...answer.grade, points: answer.points } : null,
  mistakes: ({ step, seat }) => whysOf(step, seat),
  measure: ({ state, seat, index, answer, revealed }) =>
    revealed && answer ? measured(state, index, seat, answer) : null,
  part: () => null,
  present: ({ step, seat, revealed }) => !revealed || step.present.has(seat),
};

const stepPartNames = Object.keys(stepParts) as (keyof OwnStep)[];

const partsOfStep = (seen: Seen, names: readonly (keyof OwnStep)[]): Partial<OwnStep> =>
  Object.fromEntries(names.map((name) => [name, stepParts[name](seen)]));

const ownStep = (seen: Seen): OwnStep => partsOfStep(seen, stepPartNames) as OwnStep;

/** The configurations that a seat had trained in a step; none where nothing is trained. */
function triedKeys(step: StepState, seat: SeatId): ReadonlySet<string> {
  if (!step.activity.trains) return new Set();
  return new Set((step.tries.get(seat) ?? []).flatMap(({ job }) => (job ? [job.key] : [])));
}

function runOf({ jobs, activity }: StepState, key: string): Run[] {
  const job = jobs.get(key);
  if (!job) return [];
  const { submission } = job;
  if (job.status !== 'done') return [{ submission, state: 'training', shown: null }];
  return [{ submission, state: 'done', shown: activity.trains?.shown(submission, job.result) ?? null }];
}

function ownPlace(state: SessionState, seat: SeatId): OwnPlace | null {
  const place = state.places.get(seat);
  const standing = place ?? state.beside.get(seat);
  const hidden = !state.boardShown && !isOver(state.onPhones);
  if (!standing || hidden) return null;
  const { share, points, right, steps } = standing;
  const late = steps < countedSteps(state);
  return { rank: place?.rank ?? null, of: state.board.length, share, points, right, late };
}
