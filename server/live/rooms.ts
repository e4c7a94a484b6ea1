import type { ErrorCode } from '#shared/errors';
import { err, type Result } from '#shared/result';
import { nothingWritten } from '#shared/words';
import { memoryLog } from '../storage/log/memory';
import type { RunningSession, SessionKey } from '../storage/log/port';
import { UnreadableLog } from '../storage/log/rebuild';
import type { RoomHandle } from './handle';
import { Afterglow } from './homes/afterglow';
import { begin, type Beginning, type Created } from './homes/beginning';
import { HeldRooms, type Held } from './homes/held';
import { later } from './homes/later';
import { NewerSessions } from './homes/newer';
import { Outruns } from './homes/outruns';
import type { RoomsPorts, Wiring } from './homes/ports';
import { SharedRooms } from './homes/shared-rooms';
import { Outrun } from './outrun';
import { AsideSessions } from './put-aside';
import { Room } from './room/room';
import type { SessionSummary } from './summary';
import { WakingClock } from './waking-clock';

/**
 * The sessions that are alive on this server: all that run, where it alone has the log; where others share it, those that
 * somebody has come for (docs/decisions/0065).
 */
export class Rooms {
  /** Sessions that cannot be rebuilt. */
  readonly aside: AsideSessions;
  /** Sessions that are for servers of a newer build. */
  readonly newer: NewerSessions;
  readonly #held = new HeldRooms<Room>();
  readonly #clock: WakingClock;
  readonly #outruns: Outruns;
  readonly #afterglow: Afterglow;
  /** Null: no other server has the log, and all that run are here. */
  readonly #shared: SharedRooms<Room> | null;
  #wiring: Wiring | null = null;

  private constructor(private readonly ports: RoomsPorts) {
    this.aside = new AsideSessions(ports.onPutAside);
    this.newer = new NewerSessions((newer) => ports.onNewer?.(newer));
    this.#clock = new WakingClock(() => void this.#wake(), ports.clock);
    this.#outruns = new Outruns(this.#clock, (session) => ports.onOutrun?.(session));
    this.#afterglow = new Afterglow(this.#clock, (session) => this.#forget(session));
    this.#shared = ports.lazy ? this.#sharing(ports) : null;
  }

  /**
   * Rebuilds every running session from the log, or puts it aside; with `lazy` none, before somebody comes. Rejects if the
   * disk cannot be read.
   */
  static async open(ports: RoomsPorts): Promise<Rooms> {
    const rooms = new Rooms(ports);
    if (!rooms.#shared)
      for (const running of await ports.log.running()) await (await rooms.#load(running))?.resume();
    rooms.#clock.watch();
    return rooms;
  }

  wire(wiring: Wiring): void {
    this.#wiring = wiring;
  }

  /** One that is here. */
  get(id: string): RoomHandle | null {
    return this.#held.get(id);
  }

  /** One that is here. */
  byCode(code: string): RoomHandle | null {
    return this.#held.byCode(code);
  }

  /** One that is here or runs elsewhere, and is not loaded for it. Rejects with LogAway if the log cannot be asked. */
  async find(key: SessionKey): Promise<RunningSession | null> {
    return this.#held.find(key) ?? (await this.#shared?.find(key)) ?? null;
  }

  /**
   * The running session with this code, which is loaded if it is not here; null: there is none, or it was put aside. Rejects
   * with LogAway if the log cannot be asked.
   */
  async at(code: string): Promise<RoomHandle | null> {
    return this.#shared ? this.#shared.at(code) : this.#held.byCode(code);
  }

  /** The same by the session's id. */
  async of(id: string): Promise<RoomHandle | null> {
    return this.#shared ? this.#shared.of(id) : this.#held.get(id);
  }

  /**
   * The sessions of the shared log that are here. To be compared with `log.heads` only after those have come: what was
   * appended meanwhile counts.
   */
  held(): readonly Held[] {
    return this.#shared?.held() ?? [];
  }

  /** How many are here, rehearsals and those that have ended lately too. */
  get count(): number {
    return this.#held.all().length;
  }

  /** Those here that have not ended. */
  async running(): Promise<RoomHandle[]> {
    const running: RoomHandle[] = [];
    for (const room of this.#held.all()) if (!(await room.facts()).ended) running.push(room);
    return running;
  }

  /**
   * Begins a session; durable once it resolves with ok. Where others share the log it is loaded by the server that its desk
   * comes to. Refuses with `storage-failed`.
   */
  async create(beginning: Beginning): Promise<Result<Created, ErrorCode>> {
    const { lesson, rehearsal, code: wanted = null } = beginning;
    // What is only rehearsed takes no code in the log that others share.
    if (wanted !== null && (await this.ports.log.find({ code: wanted }))) return err('storage-failed');
    const written = (await this.ports.render?.(lesson)) ?? nothingWritten;
    const log = rehearsal ? memoryLog() : this.ports.log;
    const isTaken = (code: string) => !!this.#held.byCode(code) || !!this.aside.withCode(code);
    const created = await begin({ log, written, isTaken }, beginning);
    if (!created.ok || (this.#shared && !rehearsal)) return created;
    const { id: session, code } = created.value;
    const room = await this.#load({ session, code }, log, rehearsal);
    return room ? created : err('session-put-aside');
  }

  /**
   * Lets go of a session, which nobody is in or another server has, or will: settles what is under way, and writes nothing
   * more. Its timers stop, what still comes to it is refused with `server-moved`, and what is trained for it goes nowhere.
   * Whoever is connected is sent on, and whoever comes next has it loaded again, here or elsewhere. Rehearsals stay.
   */
  async letGo(id: string): Promise<void> {
    await this.#shared?.letGo(id);
  }

  /** Stops every timer; commands that are queued are still settled by whoever holds the log open. */
  async close(): Promise<void> {
    this.#clock.stop();
    await this.#shared?.close();
    for (const room of this.#held.all()) room.stop();
    await Promise.all(this.#held.all().map((room) => room.idle()));
  }

  /** Lets nothing more be written to a session that is over. False if it goes on: its end was just taken back. */
  async seal(id: string): Promise<boolean> {
    return (await this.#held.get(id)?.seal()) ?? true;
  }

  /** Lets go of a session that is over or was put aside, before its time: it was erased. */
  async drop(id: string): Promise<void> {
    this.aside.drop(id);
    const room = this.#held.get(id);
    if (!room || !(await room.facts()).ended) return;
    room.dismissAll();
    this.#remove(room);
  }

  #sharing({ log, onAway, onSeen }: RoomsPorts): SharedRooms<Room> {
    return new SharedRooms({
      ...{ log, clock: this.#clock, held: this.#held },
      isAside: (session) => this.aside.has(session),
      load: (found) => this.#load(found),
      remove: (room) => this.#remove(room),
      dismissAll: (session, code) => this.#wiring?.channel(session)?.dismissAll(code),
      onAway: (error) => onAway?.(error),
      onSeen: (session) => onSeen?.(session),
    });
  }

  /** Null: it was put aside, or another server has ended it meanwhile. */
  async #load(
    { session, code }: RunningSession,
    log = this.ports.log,
    rehearsal?: Beginning['rehearsal'],
  ): Promise<Room | null> {
    const { train, reckon, teachersName } = this.ports;
    const shared = this.#shared !== null && !rehearsal;
    try {
      const room = await Room.load(session, {
        ...{ log, shared, clock: this.#clock, train, reckon, teachersName },
        channel: later(() => this.#wiring?.channel(session) ?? null),
        address: () => this.#wiring?.address(session) ?? '',
        onEnded: (summary) => (rehearsal ? this.#over(session, rehearsal.onOver) : this.#ended(summary)),
        onTakenUp: () => this.#takenUp(session),
        onPeopled: () => this.#shared?.peopled(session),
        onOvertaken: () => void this.letGo(session),
      });
      if (shared && room.isOver) {
        await room.letGo();
        return null;
      }
      this.#held.add(room);
      return this.#shared?.come(room) ?? room;
    } catch (error) {
      if (error instanceof Outrun) throw this.#outruns.met(error);
      if (!(error instanceof UnreadableLog)) throw error;
      const { why, seq } = error;
      if (this.#shared && why === 'newer-event') throw this.newer.met({ session, code }, error);
      this.aside.put({ session, code, why, seq });
      return null;
    }
  }

  /** This process has not run for a while: where others share the log, they have its sessions by now. */
  async #wake(): Promise<void> {
    const away = this.#held
      .all()
      .map((room) => (this.#shared && !room.isRehearsal ? this.#shared.letGo(room.id) : room.wake()));
    await Promise.all(away);
  }

  #ended(summary: SessionSummary): void {
    this.ports.onEnded(summary);
    if (this.#held.get(summary.id)) this.#afterglow.begin(summary.id);
  }

  #takenUp(session: string): void {
    this.#afterglow.end(session);
    this.ports.onTakenUp(session);
  }

  /** A rehearsal has ended: who is in it has been shown so, and nobody finds it any more. */
  #over(session: string, onOver: (session: string) => void): void {
    this.#forget(session);
    onOver(session);
  }

  #forget(session: string): void {
    const room = this.#held.get(session);
    if (room) this.#remove(room);
  }

  #remove(room: Room): void {
    room.stop();
    this.#afterglow.end(room.id);
    this.#shared?.gone(room.id);
    this.#held.remove(room);
    this.#wiring?.gone(room.id);
  }
}
