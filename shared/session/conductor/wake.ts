import { openStep, type Numbered, type SessionState } from '../state';
import { hintAt } from '../hints/due';
import { nextHint } from '../hints/hint';
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
  if (!open) return null;
  const [close, hint] = [closing(state, open), hinting(state, open)];
  return close && hint ? (hint.at < close.at ? hint : close) : (close ?? hint);
}

function closing(state: SessionState, { index, step }: Numbered): Wake | null {
  const at = closesAt(state, step);
  if (at === null) return null;
  // One step may be asked about several times at the same zero; the log takes an id once.
  return { at, id: `deadline/${index}/${state.seq}`, command: { type: 'deadline', step: index } };
}

function hinting(state: SessionState, { index }: Numbered): Wake | null {
  const [at, next] = [hintAt(state, index), nextHint(state, index)];
  if (at === null || !next) return null;
  const { hint } = next;
  return { at, id: `hint/${index}/${hint}/${state.seq}`, command: { type: 'hint-due', step: index, hint } };
}
