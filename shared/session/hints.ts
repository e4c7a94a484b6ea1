import type { ErrorCode } from '../errors';
import { err, ok, type Result } from '../result';
import type { Text } from '../text';
import type { SessionEvent } from './events';
import type { SessionState, StepState } from './state';

type Decision = Result<readonly SessionEvent[], ErrorCode>;

/** The next hint of a step: its number, from 1, and what it says. */
export interface NextHint {
  readonly hint: number;
  readonly text: Text;
  /** After how many seconds of answering it comes by itself; null: only the teacher gives it. */
  readonly after: number | null;
}

/** The hint that would be given next; null: there is none, or no more. */
export function nextHint({ lesson, steps }: SessionState, index: number): NextHint | null {
  const given = steps[index]?.hints ?? 0;
  const hint = lesson.steps[index]?.hints?.[given];
  return hint ? { hint: given + 1, text: hint.text, after: hint.after ?? null } : null;
}

/** The hints that everybody may read, in their order. */
export const givenHints = ({ lesson, steps }: SessionState, index: number): readonly Text[] =>
  (lesson.steps[index]?.hints ?? []).slice(0, steps[index]?.hints ?? 0).map(({ text }) => text);

/**
 * Gives an open step's hint of that number; one that was given already changes nothing. Refuses with `unknown-step`,
 * `wrong-phase` (the step is not open) or `out-of-range` (it is not the next one).
 */
export function giveHint(state: SessionState, index: number, hint: number): Decision {
  const step = state.steps[index];
  if (!step) return err('unknown-step');
  if (hint <= step.hints) return ok([]);
  if (step.phase !== 'open') return err('wrong-phase');
  if (nextHint(state, index)?.hint !== hint) return err('out-of-range');
  return ok([{ type: 'hint-given', step: index, hint }]);
}

/** The same for a hint whose time has come; before that: `too-early`. */
export function hintDue(state: SessionState, index: number, hint: number, at: number): Decision {
  const step = state.steps[index];
  if (!step) return err('unknown-step');
  if (hint <= step.hints) return ok([]);
  const due = hintAt(state, index);
  return due === null || at < due ? err('too-early') : giveHint(state, index, hint);
}

/** When the next hint of an open step comes by itself, on the session's clock; null: it does not, or time stands still. */
export function hintAt(state: SessionState, index: number): number | null {
  const step = state.steps[index];
  const after = nextHint(state, index)?.after ?? null;
  const began = step ? answeringSince(step) : null;
  return after === null || began === null ? null : began + after * 1_000;
}

/** Since when an open step is answered, frozen time left out; null: it is not, or time stands still. */
function answeringSince({ phase, countdown, openedAt }: StepState): number | null {
  if (phase !== 'open' || openedAt === null) return null;
  if (!countdown) return openedAt;
  return countdown.frozen === null ? countdown.deadline - countdown.total : null;
}
