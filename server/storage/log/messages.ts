import type { StoredEvent } from '#shared/session/upcast';
import type { Appended, NameClaim } from './port';

/** What goes to the appender's thread and comes back; everything is plain data. */
export interface AppendCall {
  readonly call: number;
  readonly entries: readonly StoredEntry[];
}

export interface StoredEntry {
  readonly session: string;
  readonly events: readonly StoredEvent[];
  readonly claim: NameClaim | null;
  readonly release: string | null;
  /** The code that a session takes, at its beginning or when its end is taken back. */
  readonly code: string | null;
  readonly ends: boolean;
}

/** Asks the appender's thread, which alone writes, to erase. */
export interface EraseCall {
  readonly call: number;
  readonly session: string;
  readonly erase: readonly string[] | 'all';
  /** Whose own words go as well. */
  readonly seat: string | null;
}

export interface EraseReply {
  readonly call: number;
  readonly erased: boolean;
}

/** Asks the appender's thread whether it can commit. */
export interface ProbeCall {
  readonly call: number;
  readonly probe: true;
}

export interface ProbeReply {
  readonly call: number;
  readonly committed: boolean;
}

export interface AppendReply {
  readonly call: number;
  readonly outcome: Appended;
  /** The entry that caused a refusal. */
  readonly at: number | null;
}

export type ReadCall = { readonly call: number } & (
  | { readonly ask: 'events'; readonly session: string; readonly after: number }
  | { readonly ask: 'names'; readonly session: string }
  | { readonly ask: 'running' }
  | { readonly ask: 'coded'; readonly code: string }
  | { readonly ask: 'unended'; readonly session: string }
  | { readonly ask: 'heads'; readonly sessions: readonly string[] }
);

/** How far a session's log goes. */
export interface Head {
  readonly session: string;
  readonly seq: number;
}

export interface ReadReply {
  readonly call: number;
  readonly rows: readonly unknown[];
  readonly error: string | null;
}

/** `ready` is posted once, before any reply. */
export type Ready = { readonly ready: true };
