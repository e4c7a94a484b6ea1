import type { ErrorCode } from '#shared/errors';
import { err, type Result } from '#shared/result';
import { replay } from '#shared/session/evolve';
import type { LoggedEvent, NameId } from '#shared/session/events';
import type { SessionState } from '#shared/session/state';
import type { Entry, SessionLog } from '../storage/log/port';
import { draft } from './drafting';
import type { Intent } from './intent';
import { RoomNames } from './room-names';

/** A session's state and names in memory, and how far the log has them. */
export class Ledger {
  private durable: number;
  private ahead = false;

  private constructor(
    private readonly id: string,
    private readonly log: SessionLog,
    private current: SessionState,
    private names: RoomNames,
  ) {
    this.durable = current.seq;
  }

  static async load(id: string, log: SessionLog): Promise<Ledger> {
    const [events, names] = await Promise.all([log.read(id), log.names(id)]);
    return new Ledger(id, log, replay(events), new RoomNames(names));
  }

  get state(): SessionState {
    return this.current;
  }

  /** Whether memory holds what the log refused, and could not be read again yet. */
  get stale(): boolean {
    return this.ahead;
  }

  readonly nameOf = (row: string): string => this.names.of(row);

  /** Decides an intent and evolves the state; null if it is in the log already or changes nothing. */
  draft(intent: Intent, at: number, present: ReadonlySet<string>): Result<Entry | null, ErrorCode> {
    if (this.nameTaken(intent)) return err('name-taken');
    const drafted = draft(this.id, this.current, intent, at, present);
    if (drafted.ok && drafted.value) this.names.apply(drafted.value);
    return drafted;
  }

  /** Makes entries durable. After anything else than `durable` memory goes back to what the log says. */
  async append(entries: readonly Entry[]): ReturnType<SessionLog['append']> {
    const appended = await this.log.append(entries);
    if (appended.outcome === 'durable') this.durable = this.current.seq;
    else this.ahead = true;
    return appended;
  }

  /** Reads the log again; answers with the events that others have added, or null if it cannot be read. */
  async reload(): Promise<readonly LoggedEvent[] | null> {
    try {
      const [events, names] = await Promise.all([this.log.read(this.id), this.log.names(this.id)]);
      const missed = events.filter(({ seq }) => seq > this.durable);
      this.current = replay(events);
      this.names = new RoomNames(names);
      this.durable = this.current.seq;
      this.ahead = false;
      return missed;
    } catch {
      return null;
    }
  }

  /** Rows that are no longer in the log. */
  forget(rows: readonly NameId[]): void {
    this.names.forget(rows);
  }

  /**
   * Whether the room has the name already; a seat may be given its own name in another spelling, and whoever has a
   * seat claims none by joining once more from another tab.
   */
  private nameTaken({ id, actor, claim }: Intent): boolean {
    if (!claim || this.current.commands.has(id)) return false;
    if (actor.role === 'newcomer' && this.current.tokens.has(actor.command.token)) return false;
    const renamed = actor.role === 'host' && actor.command.type === 'rename' ? actor.command.seat : null;
    const held = renamed === null ? null : (this.current.seats.get(renamed)?.name ?? null);
    return this.names.taken(claim.folded, held);
  }
}
