import type { ErrorCode } from '#shared/errors';

/** Why nobody is let in for now: rooms go on at another server, or this one is about to end. */
export type Shut = Extract<ErrorCode, 'server-moved' | 'server-stopping'>;

/** Whether this server may speak for the sessions that its log has. */
export interface Standing {
  /** Why nobody is let in; null: the doors are open. */
  readonly shut: Shut | null;
  /** Calls `listener` whenever the doors shut or open. */
  readonly onShut: (listener: (shut: Shut | null) => void) => void;
  /**
   * Resolves once nothing older is held of the room with this code than what the log had when this was asked. Whoever is
   * let in after that is shown nothing that has passed elsewhere. Rejects if the log does not say.
   */
  readonly catchUp: (code: string) => Promise<void>;
  /** Shuts the doors for good, and sends one room after the other to another server. */
  readonly drain: () => Promise<void>;
  /** Looks no more. */
  readonly close: () => void;
}

const nothing = () => Promise.resolve();

/** That of a server which has its log for itself: nobody else writes there. */
export const alone: Standing = {
  ...{ shut: null, onShut: () => undefined, catchUp: nothing, drain: nothing, close: () => undefined },
};
