import { setImmediate as turn } from 'node:timers/promises';
import type { ErrorCode } from '#shared/errors';
import { err, ok, type Result } from '#shared/result';
import { replay } from '#shared/session/evolve';
import type { LoggedEvent } from '#shared/session/events';
import { Reel } from '#shared/session/replayed';
import type { SessionState } from '#shared/session/state';
import type { Names } from '#shared/session/views';
import type { SessionLog } from '../storage/log/port';

/** A session looked back at: its log, the state after it, and the names that have not been erased. */
export interface Past {
  readonly log: readonly LoggedEvent[];
  readonly state: SessionState;
  readonly names: Names;
  readonly reel: Reel;
}

type Held = Omit<Past, 'names'>;

/** Sessions whose log stays in memory: a class that looks back all at once, a teacher who scrubs a replay. */
const KEPT = 3;

/**
 * Opens past sessions one at a time: each holds a whole log in memory, and folding it takes the thread that serves
 * a class. Those that are over do not change, so the latest stay open; names are read each time.
 */
export class Archive {
  private readonly held = new Map<string, Held>();
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly log: SessionLog) {}

  /** `read` gets the session as soon as it is its turn; `unknown-session` if the log has nothing of it (any more). */
  look<T>(session: string, read: (past: Past) => T): Promise<Result<T, ErrorCode>> {
    const next = this.last.then(() => this.open(session, read));
    this.last = next.catch(() => null);
    return next;
  }

  /** Something of the session was erased. */
  forget(session: string): void {
    this.held.delete(session);
  }

  private async open<T>(session: string, read: (past: Past) => T): Promise<Result<T, ErrorCode>> {
    const found = await Promise.all([this.hold(session), this.log.names(session)]).catch(() => null);
    if (found === null) return err('storage-failed');
    const [held, names] = found;
    if (held === null) return err('unknown-session');
    // What waits on the sockets goes first.
    await turn();
    return ok(read({ ...held, names: (row) => names.get(row) ?? '' }));
  }

  private async hold(session: string): Promise<Held | null> {
    const held = this.held.get(session);
    if (held) return held;
    const log = await this.log.read(session);
    if (log.length === 0) return null;
    await turn();
    const opened = { log, state: replay(log), reel: new Reel(log) };
    if (opened.state.stage.at === 'ended') this.keep(session, opened);
    return opened;
  }

  private keep(session: string, held: Held): void {
    this.held.set(session, held);
    const [oldest] = this.held.keys();
    if (this.held.size > KEPT && oldest !== undefined) this.held.delete(oldest);
  }
}
