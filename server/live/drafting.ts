import type { ErrorCode } from '#shared/errors';
import { decide } from '#shared/session/decide';
import { EVENT_VERSION, type LoggedEvent, type NameId } from '#shared/session/events';
import { evolve } from '#shared/session/evolve';
import { err, ok, type Result } from '#shared/result';
import type { SessionState } from '#shared/session/state';
import type { Entry } from '../storage/log/port';
import type { Intent } from './intent';

/** Decides one intent and evolves the state by what follows; the events are not durable yet. */
export function draft(
  session: string,
  state: SessionState,
  { id, actor, claim }: Intent,
  at: number,
  present: ReadonlySet<string>,
): Result<Entry | null, ErrorCode> {
  const decided = decide(state, { ...actor, id, at, present });
  if (!decided.ok) return err(decided.error);
  if (decided.value.length === 0) return ok(null);
  const release = nameGivenUp(state, actor);
  const events: LoggedEvent[] = decided.value.map((event, i) => ({
    seq: state.seq + 1 + i,
    at,
    version: EVENT_VERSION,
    command: i === 0 ? id : null,
    event,
  }));
  for (const record of events) evolve(state, record);
  return ok({ session, events, claim, release });
}

/** Who is renamed gives the old name back to the room. */
function nameGivenUp(state: SessionState, actor: Intent['actor']): NameId | null {
  if (actor.role !== 'host' || actor.command.type !== 'rename') return null;
  return state.seats.get(actor.command.seat)?.name ?? null;
}
