import type { WhyUnreadable } from '../storage/log/rebuild';

/** A session that this build cannot rebuild: its log stays as it is, and a build that can takes it up again. */
export interface PutAside {
  readonly session: string;
  readonly code: string;
  readonly why: WhyUnreadable;
  /** The first event that could not be read. */
  readonly seq: number;
}

/** The sessions that were put aside since this server started. */
export class AsideSessions {
  readonly #sessions = new Map<string, PutAside>();

  constructor(private readonly onPutAside: (aside: PutAside) => void) {}

  put(aside: PutAside): void {
    this.#sessions.set(aside.session, aside);
    this.onPutAside(aside);
  }

  /** Their ids. */
  all(): ReadonlySet<string> {
    return new Set(this.#sessions.keys());
  }

  has(session: string): boolean {
    return this.#sessions.has(session);
  }

  withCode(code: string): PutAside | null {
    return [...this.#sessions.values()].find((aside) => aside.code === code) ?? null;
  }

  /** It was erased. */
  drop(session: string): void {
    this.#sessions.delete(session);
  }
}
