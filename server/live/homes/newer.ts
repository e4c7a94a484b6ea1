import type { RunningSession } from '../../storage/log/port';
import type { UnreadableLog } from '../../storage/log/rebuild';
import { LogAway } from './away';

/** A session to which a newer build has written, and the first event of it that this one cannot read. */
export interface Newer {
  readonly session: string;
  readonly seq: number;
}

/**
 * The sessions of the shared log that this build cannot read and a newer one can: while servers are renewed one after the
 * other, they are for those that have been. Nothing is wrong with them.
 */
export class NewerSessions {
  /** The session of each code. */
  readonly #codes = new Map<string, string>();

  constructor(private readonly onNewer: (newer: Newer) => void) {}

  /** What whoever has come for it is told: another server has it. */
  met({ session, code }: RunningSession, cause: UnreadableLog): LogAway {
    if (this.#codes.get(code) !== session) this.onNewer({ session, seq: cause.seq });
    this.#codes.set(code, session);
    return new LogAway(cause);
  }

  /** Those that run: a code of one that has ended is another session's some day. */
  keep(running: readonly RunningSession[]): void {
    const codes = new Map(running.map(({ session, code }) => [code, session]));
    for (const [code, session] of this.#codes) if (codes.get(code) !== session) this.#codes.delete(code);
  }

  withCode(code: string): boolean {
    return this.#codes.has(code);
  }
}
