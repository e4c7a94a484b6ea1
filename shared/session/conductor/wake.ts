import { openStep, type SessionState } from '../state';
import type { ServerCommand } from '../commands';
import { closesAt } from './own-time';

/** What the server must ask for, and when on the session's clock. */
export interface Wake {
  readonly at: number;
  readonly id: string;
  readonly command: ServerCommand;
}

/** The next thing that time itself does to this session: data, so that a restarted server knows it again. */
export function nextWake(state: SessionState): Wake | null {
  const open = openStep(state);
  const at = open && closesAt(state, open.step);
  if (!open || at === null) return null;
  // One step may be asked about several times at the same zero; the log takes an id once.
  return {
    at,
    id: `deadline/${open.index}/${state.seq}`,
    command: { type: 'deadline', step: open.index },
  };
}
