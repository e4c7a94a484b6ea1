import type { NameId, SeatId } from '#shared/session/events';

/** What one server tells the others on its database: what they may still have in memory. Never a name or a text. */
export type Told =
  /** Names of a seat were erased, and what it has written. */
  | {
      readonly what: 'student';
      readonly session: string;
      readonly seat: SeatId;
      readonly rows: readonly NameId[];
    }
  /** A whole session was erased. */
  | { readonly what: 'session'; readonly session: string }
  /** A teacher has picked another address for the QR. */
  | { readonly what: 'address'; readonly teacher: string }
  /** A teacher rehearses there now: what they rehearsed before is over. */
  | { readonly what: 'rehearsal'; readonly teacher: string; readonly session: string };

export interface Hearer {
  /** Another server has said so. */
  readonly told: (told: Told) => void;
  /** Something may have been said that was not heard: whatever was kept because nothing was said has to go. */
  readonly missed: () => void;
}

export interface News {
  /** Once it resolves, every server that listens is told within moments. Rejects if the database is away. */
  readonly tell: (told: Told) => Promise<void>;
  /** From now on, until the server ends. */
  readonly hear: (hearer: Hearer) => void;
}
