import type { Actor } from '#shared/session/commands';
import type { NameClaim } from '../storage/log/port';

/**
 * A command on its way into a session, before time and presence are known. `id` is unique in the session: the
 * sender's own id behind the sender, so that nobody can use up another's.
 */
export interface Intent {
  readonly id: string;
  readonly actor: Actor;
  /** The name that a join or a rename needs. */
  readonly claim: NameClaim | null;
}
