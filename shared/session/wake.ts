import { openStep, type SessionState } from './state';
import type { ServerCommand } from './commands';
import { GRACE } from './time';

/** What the server must ask for, and when on the session's clock. */
export interface Wake {
  readonly at: number;
  readonly id: string;
  readonly command: ServerCommand;
}

/** The next thing that time itself does to this session: data, so that a restarted server knows it again. */
export function nextWake(state: SessionState): Wake | null {
  const open = openStep(state);
  const countdown = open?.step.countdown;
  if (!open || !countdown || countdown.frozen !== null) return null;
  return {
    at: countdown.deadline + GRACE,
    id: `deadline/${open.index}/${countdown.deadline}`,
    command: { type: 'deadline', step: open.index },
  };
}
