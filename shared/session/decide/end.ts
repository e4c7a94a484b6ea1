import type { ErrorCode } from '../../errors';
import { err, ok, type Result } from '../../result';
import type { Surroundings } from '../commands';
import { closing } from '../conductor/closing';
import { close } from '../conductor/drive';
import type { SessionEvent } from '../events';
import { stillTraining } from '../ledger/jobs';
import { readingAsked } from '../ledger/reading';
import { openStep, type Ended, type SessionState } from '../state';

type Decision = Result<readonly SessionEvent[], ErrorCode>;

/** How long an end can be taken back, ms of the session's clock. */
export const UNDO_WITHIN = 5 * 60_000;

/** Until when the end can be taken back; null: not at all, since a rehearsal is gone with its end. */
export const undoUntil = ({ rehearsal }: SessionState, { at }: Ended): number | null =>
  rehearsal ? null : at + UNDO_WITHIN;

const isTraining = (state: SessionState): boolean => state.steps.some((step) => stillTraining(state, step));

/** Ending closes an open step first, and waits for what is being trained: nobody's answer hangs in the air. */
export function end(state: SessionState, around: Surroundings): Decision {
  if (isTraining(state)) return err('still-training');
  const open = state.steps.findIndex((step) => step.phase === 'open');
  const closing = open < 0 ? ok([]) : close(state, open, around);
  return closing.ok ? ok([...unread(closing.value), { type: 'session-ended' }]) : closing;
}

/** The server's end of a session in which nobody is any more: the same, with the reason in the log. */
export function endEmpty(state: SessionState, around: Surroundings): Decision {
  if (isTraining(state)) return err('still-training');
  const open = openStep(state);
  const closed = open ? closing(state, open.index, 'deadline', around) : [];
  return ok([...unread(closed), { type: 'session-ended', why: 'nobody-there' }]);
}

/** Nobody waits for what would be read once the session is over. */
const unread = (events: readonly SessionEvent[]): readonly SessionEvent[] =>
  events.filter(({ type }) => type !== 'reading-asked');

/** What the end has closed is read once the end is taken back. */
const readNow = (state: SessionState): readonly SessionEvent[] =>
  state.steps.flatMap(({ phase, reading }, index) =>
    phase === 'closed' && !reading?.readers.length ? readingAsked(state, index) : [],
  );

/** Takes the end of a session back. */
export function undoEnd(state: SessionState, ended: Ended, at: number): Decision {
  const until = undoUntil(state, ended);
  if (until === null) return err('session-ended');
  return at > until
    ? err('undo-too-late')
    : ok([{ type: 'end-undone', code: state.code }, ...readNow(state)]);
}
