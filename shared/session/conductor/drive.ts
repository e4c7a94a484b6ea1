import type { ErrorCode } from '../../errors';
import { err, ok, type Result } from '../../result';
import { readingTime } from '../../text';
import type { HostCommand, Surroundings } from '../commands';
import type { SessionEvent, Stage } from '../events';
import { stillTraining } from '../ledger/jobs';
import { closing } from './closing';
import { sameStage } from './stage';
import { openStep, stepOnStage, type SessionState } from '../state';
import { hidesPicture, mayVoteAgain } from './votes';

type Go = Extract<HostCommand, { readonly type: 'go' }>;
type Decision = Result<readonly SessionEvent[], ErrorCode>;

/** Moves the class. An open step that is left is closed first. */
export function go(state: SessionState, { from, to }: Go, around: Surroundings): Decision {
  if (!sameStage(state.stage, from)) return err('stale-desk');
  const refusal = mayEnter(state, to);
  if (refusal) return err(refusal);
  const entered: SessionEvent = { type: 'stage-entered', stage: to };
  const left = openStep(state);
  if (!left || (to.at === 'step' && to.step === left.index)) return ok([entered]);
  const closed = close(state, left.index, around);
  return closed.ok ? ok([...closed.value, entered]) : closed;
}

function mayEnter(state: SessionState, to: Stage): ErrorCode | null {
  switch (to.at) {
    case 'lobby':
      return state.steps.every(({ phase }) => phase === 'waiting' || phase === 'shown')
        ? null
        : 'wrong-phase';
    case 'step':
      return state.steps[to.step] ? null : 'unknown-step';
    case 'board':
      return state.steps[to.step]?.phase === 'revealed' ? null : 'wrong-phase';
    case 'podium':
      return state.steps.some(({ phase }) => phase === 'revealed' || phase === 'shown')
        ? null
        : 'wrong-phase';
    case 'ended':
      return 'wrong-phase';
  }
}

/** Opens the step on stage, or opens it again after a close. */
export function open(state: SessionState, index: number): Decision {
  const step = state.steps[index];
  const lesson = state.lesson.steps[index];
  if (!step || !lesson) return err('unknown-step');
  if (!sameStage(state.stage, { at: 'step', step: index })) return err('stale-desk');
  if (step.phase !== 'waiting' && step.phase !== 'closed') return err('wrong-phase');
  const again = step.phase === 'closed';
  const reading = again ? 0 : readingTime([lesson.title, lesson.task]);
  const total = lesson.seconds === null ? null : lesson.seconds * 1_000;
  return ok([{ type: 'step-opened', step: index, reading, total }]);
}

export function close(state: SessionState, index: number, around: Surroundings): Decision {
  const step = state.steps[index];
  if (!step) return err('unknown-step');
  if (step.phase !== 'open') return err('wrong-phase');
  return ok(closing(state, index, 'host', around));
}

/**
 * Shows what the class has said before the right answer, where that stays hidden so that nobody votes for the tallest bar.
 * Refuses with `unknown-step` or `wrong-phase`.
 */
export function showPicture(state: SessionState, index: number): Decision {
  const step = state.steps[index];
  if (!step) return err('unknown-step');
  if (step.phase !== 'closed') return err('wrong-phase');
  return ok(hidesPicture(state, step) ? [{ type: 'picture-shown', step: index }] : []);
}

/** After a discussion the class votes once more; who does not keeps the first vote. */
export function voteAgain(state: SessionState, index: number): Decision {
  const step = state.steps[index];
  const lesson = state.lesson.steps[index];
  if (!step || !lesson) return err('unknown-step');
  if (!sameStage(state.stage, { at: 'step', step: index })) return err('stale-desk');
  if (!mayVoteAgain(step)) return err('wrong-phase');
  return ok([{ type: 'voting-again', step: index, total: lesson.seconds && lesson.seconds * 1_000 }]);
}

/**
 * Plays a revealed step of the lesson once more, as a new round at the end of the steps: the first one stays as it was.
 * Refuses with `unknown-step`, `stale-desk` or `wrong-phase`.
 */
export function playAgain(state: SessionState, index: number): Decision {
  const step = state.steps[index];
  if (!step) return err('unknown-step');
  if (stepOnStage(state)?.index !== index) return err('stale-desk');
  if (step.phase !== 'revealed') return err('wrong-phase');
  const stage: Stage = { at: 'step', step: state.steps.length };
  return ok([
    { type: 'step-added', step: step.again ?? index },
    { type: 'stage-entered', stage },
  ]);
}

/** Shows the right answer, and counts the step's points. */
export function reveal(state: SessionState, index: number): Decision {
  const step = state.steps[index];
  if (!step) return err('unknown-step');
  if (step.phase !== 'closed') return err('wrong-phase');
  return stillTraining(state, step) ? err('still-training') : ok([{ type: 'step-revealed', step: index }]);
}
