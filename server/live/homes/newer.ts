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
  readonly #codes = new Set<string>();

  constructor(private readonly onNewer: (newer: Newer) => void) {}

  /** What whoever has come for it is told: another server has it. */
  met({ session, code }: RunningSession, cause: UnreadableLog): LogAway {
    if (!this.#codes.has(code)) this.onNewer({ session, seq: cause.seq });
    this.#codes.add(code);
    return new LogAway(cause);
  }

  withCode(code: string): boolean {
    return this.#codes.has(code);
  }
}
