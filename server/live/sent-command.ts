import type { Actor } from '#shared/session/commands';
import type { NameClaim } from '../storage/log/port';

/**
 * A command as it was sent to a session, before time and presence are known. `id` is unique in the session:
 * it begins with who sent it, so that nobody can use up somebody else's id.
 */
export interface SentCommand {
  readonly id: string;
  readonly actor: Actor;
  /** The name that a join or a rename needs. */
  readonly claim: NameClaim | null;
}
