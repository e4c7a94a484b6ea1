import type { ErrorCode } from '#shared/errors';
import { err, ok, type Result } from '#shared/result';
import type { Surroundings } from '#shared/session/commands';
import { decide } from '#shared/session/decide';
import type { LoggedEvent, NameId, SeatId } from '#shared/session/events';
import { evolve } from '#shared/session/evolve';
import { forgetWords } from '#shared/session/ledger/forget-words';
import type { SessionState } from '#shared/session/state';
import type { Entry, SessionLog } from '../../storage/log/port';
import { rebuilt } from '../../storage/log/rebuild';
import type { SentCommand } from '../sent-command';
import { recorded } from './recorded';
import { RoomNames } from './room-names';
import { takeOver } from './take-over';

/** The name of a teacher's account; null: there is none. */
export type TeachersName = (teacher: string) => Promise<string | null>;

const nameless: TeachersName = () => Promise.resolve(null);

export interface Loading {
  readonly id: string;
  readonly log: SessionLog;
  readonly nameOf?: TeachersName | undefined;
  /** Other servers may write to it. */
  readonly shared?: boolean | undefined;
}

/** First the events, then the names: read at once, over two connections, the name of somebody who just came may be missing. */
async function kept(log: SessionLog, id: string) {
  const events = await log.read(id);
  return { events, names: await log.names(id) };
}

/** A session's state and names in memory, and how far the log has them. */
export class LiveState {
  private durable: number;
  private ahead = false;

  private constructor(
    private readonly id: string,
    private readonly log: SessionLog,
    private current: SessionState,
    private names: RoomNames,
    /** The teacher's name. */
    private readonly teacher: string | null,
  ) {
    this.durable = current.seq;
  }

  /**
   * Rejects with an UnreadableLog if this build cannot rebuild the session. One that other servers may have is taken over;
   * rejects with Outrun if they do not let it.
   */
  static async load({ id, log, nameOf = nameless, shared = false }: Loading): Promise<LiveState> {
    const state = rebuilt(await log.read(id));
    if (shared) await takeOver(id, log, state);
    const names = await log.names(id);
    const teacher = await nameOf(state.host);
    return new LiveState(id, log, state, new RoomNames(names, teacher), teacher);
  }

  get state(): SessionState {
    return this.current;
  }

  /** Whether memory holds what the log refused, and could not be read again yet. */
  get stale(): boolean {
    return this.ahead;
  }

  readonly nameOf = (row: string): string => this.names.of(row);

  /** The names that are shown, each with its seat. */
  named(): ReadonlyMap<NameId, SeatId> {
    const shown = [...this.current.seats].filter(([, { name }]) => this.nameOf(name) !== '');
    return new Map(shown.map(([seat, { name }]) => [name, seat]));
  }

  /** A free name that is like one that is taken. */
  freeName(text: string): string {
    return this.names.free(text);
  }

  /**
   * Decides a command and evolves the state by what follows, which is not durable yet; null if it is in the log
   * already or changes nothing.
   */
  decide(command: SentCommand, around: Surroundings): Result<Entry | null, ErrorCode> {
    const refused = this.nameRefused(command);
    if (refused) return err(refused);
    const { id, actor, claim } = command;
    const decided = decide(this.current, { ...actor, id, ...around });
    if (!decided.ok) return err(decided.error);
    if (decided.value.length === 0) return ok(null);
    const release = this.nameGivenUp(actor);
    const events = recorded(this.current, id, around.at, decided.value);
    for (const record of events) evolve(this.current, record);
    this.names.apply({ claim, release });
    return ok({ session: this.id, events, claim, release });
  }

  /** Makes entries durable. After anything else than `durable` memory goes back to what the log says. */
  async append(entries: readonly Entry[]): ReturnType<SessionLog['append']> {
    const appended = await this.log.append(entries);
    if (appended.outcome === 'durable') this.durable = this.current.seq;
    else this.ahead = true;
    return appended;
  }

  /**
   * Reads the log again, all of it, since a state that has gone ahead cannot go back; answers with the events that
   * others have added, or null if it cannot be read.
   */
  async reload(): Promise<readonly LoggedEvent[] | null> {
    try {
      const { events, names } = await kept(this.log, this.id);
      const missed = events.filter(({ seq }) => seq > this.durable);
      this.current = rebuilt(events);
      this.names = new RoomNames(names, this.teacher);
      this.durable = this.current.seq;
      this.ahead = false;
      return missed;
    } catch {
      return null;
    }
  }

  /** Whether the log has more than is known here, or nothing any more. Rejects if it does not say. */
  async isBehind(): Promise<boolean> {
    const heads = await this.log.heads([this.id]);
    return (heads.get(this.id) ?? Infinity) > this.durable;
  }

  /** Rows, and what a seat has written, that are no longer in the log. */
  forget(rows: readonly NameId[], seat: SeatId): void {
    this.names.forget(rows);
    forgetWords(this.current, seat);
  }

  /**
   * Why the room does not give the name: it has it already, or it is the teacher's. A seat may be given its own name in
   * another spelling, and whoever has a seat claims none by joining once more from another tab.
   */
  private nameRefused({ id, actor, claim }: SentCommand): ErrorCode | null {
    if (!claim || this.current.commands.has(id)) return null;
    if (actor.role === 'newcomer' && this.current.tokens.has(actor.command.token)) return null;
    const renamed = actor.role === 'host' && actor.command.type === 'rename' ? actor.command.seat : null;
    const held = renamed === null ? null : (this.current.seats.get(renamed)?.name ?? null);
    return this.names.refusal(claim.text, held);
  }

  /** The name that a seat gives up when it is renamed, so that somebody else may take it. */
  private nameGivenUp(actor: SentCommand['actor']): NameId | null {
    if (actor.role !== 'host' || actor.command.type !== 'rename') return null;
    return this.current.seats.get(actor.command.seat)?.name ?? null;
  }
}
