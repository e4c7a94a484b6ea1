import { decide } from '#shared/session/decide';
import { evolve } from '#shared/session/evolve';
import type { SessionState } from '#shared/session/state';
import type { SessionLog } from '../../storage/log/port';
import { understood } from '../../storage/log/rebuild';
import { Outrun } from '../outrun';
import type { SentCommand } from '../sent-command';
import { recorded } from './recorded';

/** How often it is tried, each time as long as a look at the log and a commit: altogether about half a second. */
const TRIES = 200;

const command = { type: 'resume' } as const;

/** Gives an open step its time back, as after a restart. Whoever asks for that at the same place in the log asks for the same. */
export const resuming = ({ seq }: SessionState) =>
  ({ id: `resume/${seq}`, actor: { role: 'server', command }, claim: null }) satisfies SentCommand;

/**
 * Makes a session that was read from a shared log this server's own. The `resume` that it writes tells a server that has it
 * still: its next append meets it, or the log's head shows it. That one may be writing all the time, so what was missed is
 * read alone, and followed by the next attempt at once. `state` is then what the log says; it may have ended meanwhile, and
 * then nothing was written. Rejects with Outrun, with an UnreadableLog, or if the log cannot be asked or takes nothing.
 */
export async function takeOver(session: string, log: SessionLog, state: SessionState): Promise<void> {
  for (let tries = 0; tries < TRIES; tries++) {
    const { id, actor } = resuming(state);
    const decided = decide(state, { ...actor, id, at: state.at, present: new Set(), held: null });
    if (!decided.ok) return;
    const events = recorded(state, id, state.at, decided.value);
    const { outcome } = await log.append([{ session, events, claim: null, release: null }]);
    if (outcome !== 'durable' && outcome !== 'conflict')
      throw new Error('a session that was loaded cannot go on');
    const added = outcome === 'durable' ? events : await log.read(session, state.seq);
    for (const record of added) understood(record.seq, () => evolve(state, record));
    // Of two that load it at once one has written it, and nobody anything since.
    if (added.length === events.length && added[0]?.command === id) return;
  }
  throw new Outrun(session);
}
