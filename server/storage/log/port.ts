import type { LoggedEvent, NameId, SeatId } from '#shared/session/events';

/** A name for the personal table: it never stands in the log. `folded` is what makes two names the same. */
export interface NameClaim {
  readonly row: NameId;
  readonly text: string;
  readonly folded: string;
}

/** What one command adds to a session: its events, all or none, together with the name it needs. */
export interface Entry {
  readonly session: string;
  readonly events: readonly LoggedEvent[];
  readonly claim: NameClaim | null;
  /** A name that its seat gives up with this entry, so that somebody else may take it. */
  readonly release: NameId | null;
}

/** A session that has not ended: nobody else may have its code. */
export interface RunningSession {
  readonly session: string;
  readonly code: string;
}

/** Which session is meant: by the code that phones know it by, or by its own id. */
export type SessionKey = { readonly code: string } | { readonly session: string };

/**
 * How an append ended. `conflict`: another server wrote this seq or this command first. `name-taken`: the room has
 * that name. `failed`: the disk did not take it, or it is not known whether it did. Only `durable` means that it will be there after a power cut.
 */
export type Appended = 'durable' | 'conflict' | 'name-taken' | 'failed';

/**
 * The log of all sessions: the truth. Entries of one call are for one session and stand or fall together; calls
 * for different sessions may share a commit.
 */
export interface SessionLog {
  readonly append: (
    entries: readonly Entry[],
  ) => Promise<{ readonly outcome: Appended; readonly at: number | null }>;
  /**
   * The events with a seq above `after`, in order; all of them without it. Rejects with an UnreadableLog if this build
   * does not understand them, and with something else if the disk cannot be read.
   */
  readonly read: (session: string, after?: number) => Promise<readonly LoggedEvent[]>;
  /** Sessions that have not ended, with their codes. */
  readonly running: () => Promise<readonly RunningSession[]>;
  /** The one of them that is meant; null: there is none, or it has ended. Rejects if the disk cannot be read. */
  readonly find: (key: SessionKey) => Promise<RunningSession | null>;
  /**
   * The seq of the last event of each of these sessions; one that has no events, since it was erased, is not among them.
   * Rejects if the disk cannot be read.
   */
  readonly heads: (sessions: readonly string[]) => Promise<ReadonlyMap<string, number>>;
  /** The names of a session's rows. */
  readonly names: (session: string) => Promise<ReadonlyMap<NameId, string>>;
  /**
   * Erases what names people: some rows of the personal table, and with a `seat` what it has written and stands beside the
   * log; or with `all` the whole session, its events too.
   * Once it resolves with true nothing of it is left in any file of ours, and nobody who asks the log gets it; with false it
   * has to be asked again.
   */
  readonly erase: (session: string, what: readonly NameId[] | 'all', seat?: SeatId) => Promise<boolean>;
  /** Commits something that is no part of the log, and does not make it longer: whether an answer could be kept now. */
  readonly probe: () => Promise<boolean>;
  readonly close: () => Promise<void>;
}
