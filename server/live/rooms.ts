import type { ErrorCode } from '#shared/errors';
import { err, type Result } from '#shared/result';
import { nothingWritten } from '#shared/words';
import { memoryLog } from '../storage/log/memory';
import type { RunningSession, SessionKey } from '../storage/log/port';
import { UnreadableLog } from '../storage/log/rebuild';
import type { RoomHandle } from './handle';
import { Arriving } from './homes/arriving';
import { LogAway } from './homes/away';
import { begin, type Beginning, type Created } from './homes/beginning';
import { HeldRooms, type Held } from './homes/held';
import { later } from './homes/later';
import { Leaving } from './homes/leaving';
import type { RoomsPorts, Wiring } from './homes/ports';
import { NewerSessions } from './homes/newer';
import { Stays } from './homes/stays';
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
  readonly #stays: Stays;
  readonly #arriving: Arriving<Room>;
  readonly #leaving: Leaving;
  readonly #clock: WakingClock;
  readonly #lazy: boolean;
  #wiring: Wiring | null = null;

  private constructor(private readonly ports: RoomsPorts) {
    this.aside = new AsideSessions(ports.onPutAside);
    this.newer = new NewerSessions((newer) => ports.onNewer?.(newer));
    this.#lazy = ports.lazy ?? false;
    this.#clock = new WakingClock(() => void this.#wake(), ports.clock);
    this.#leaving = new Leaving(this.#clock);
    this.#stays = new Stays({
      clock: this.#clock,
      letGo: (session) => void this.letGo(session),
      forget: (session) => this.#forget(session),
    });
    this.#arriving = new Arriving({
      log: ports.log,
      isAside: (session) => this.aside.has(session),
      here: (session) => this.#held.get(session),
      load: (found) => this.#arrived(found),
      onAway: (error) => ports.onAway?.(error),
    });
  }

  /**
   * Rebuilds every running session from the log, or puts it aside; with `lazy` none, before somebody comes. Rejects if the
   * disk cannot be read.
   */
  static async open(ports: RoomsPorts): Promise<Rooms> {
    const rooms = new Rooms(ports);
    if (!rooms.#lazy)
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
    return this.#held.find(key) ?? (this.#lazy ? this.#arriving.find(key) : null);
  }

  /**
   * The running session with this code, which is loaded if it is not here; null: there is none, or it was put aside. Rejects
   * with LogAway if the log cannot be asked.
   */
  async at(code: string): Promise<RoomHandle | null> {
    const here = this.#held.byCode(code);
    if (!this.#lazy || (here && !here.isOver)) return this.#come(here);
    // Another session may run under the code of one that has ended.
    return this.#come((await this.#arriving.come({ code })) ?? here);
  }

  /** The same by the session's id. */
  async of(id: string): Promise<RoomHandle | null> {
    const here = this.#held.get(id);
    return this.#come(!this.#lazy || here ? here : await this.#arriving.come({ session: id }));
  }

  /**
   * The sessions of the shared log that are here. To be compared with `log.heads` only after those have come: what was
   * appended meanwhile counts.
   */
  held(): readonly Held[] {
    const shared = this.#held.all().filter((room) => this.#isShared(room));
    return shared.map(({ id, seq, connections }) => ({ id, seq, connections }));
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
    if (!created.ok || (this.#lazy && !rehearsal)) return created;
    const { id: session, code } = created.value;
    const room = await this.#load({ session, code }, log, rehearsal);
    return room ? created : err('session-put-aside');
  }

  /**
   * Lets go of a session, and writes nothing: its timers stop, what still comes to it is refused with `server-moved`, and what
   * is trained for it goes nowhere. Whoever comes next has it loaded again, here or elsewhere. Rehearsals stay.
   */
  letGo(id: string): Promise<void> {
    return this.#leave(id, () => undefined);
  }

  /** Another server has the session, or will: settles what is under way, and sends everybody there with `server-moved`. */
  standBack(id: string): Promise<void> {
    return this.#leave(id, () => this.#wiring?.channel(id).dismissAll('server-moved'));
  }

  /** Stops every timer; commands that are queued are still settled by whoever holds the log open. */
  async close(): Promise<void> {
    this.#clock.stop();
    this.#stays.stop();
    await this.#arriving.idle();
    await this.#leaving.idle();
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

  /** Somebody has come for it, so it is not let go of before they are connected. */
  #come(room: Room | null): Room | null {
    if (room && this.#isShared(room)) this.#stays.count(room);
    return room;
  }

  #isShared(room: Room): boolean {
    return this.#lazy && !room.isRehearsal;
  }

  /** Loads a session that somebody has come for, and gives an open step its time back, as after a restart. */
  async #arrived(found: RunningSession): Promise<Room | null> {
    await this.#leaving.left(found.session);
    const room = await this.#load(found);
    const ack = await room?.resume();
    if (!room || ack?.ok) return room;
    await this.letGo(found.session);
    const why = new Error(`a session that was loaded cannot go on: ${ack?.code}`);
    // No fault: somebody else has it.
    throw ack?.code === 'server-moved' ? new LogAway(why) : why;
  }

  /** Null: it was put aside. */
  async #load(
    { session, code }: RunningSession,
    log = this.ports.log,
    rehearsal?: Beginning['rehearsal'],
  ): Promise<Room | null> {
    const { train, reckon, teachersName } = this.ports;
    try {
      const room = await Room.load(session, {
        ...{ log, clock: this.#clock, train, reckon, teachersName },
        shared: this.#lazy && !rehearsal,
        channel: later(() => this.#wiring?.channel(session) ?? null),
        address: () => this.#wiring?.address(session) ?? '',
        onEnded: (summary) => (rehearsal ? this.#over(session, rehearsal.onOver) : this.#ended(summary)),
        onTakenUp: () => this.#takenUp(session),
        onPeopled: () => this.#peopled(session),
        onOvertaken: () => void this.standBack(session),
      });
      this.#held.add(room);
      return this.#come(room);
    } catch (error) {
      if (!(error instanceof UnreadableLog)) throw error;
      const { why, seq } = error;
      if (this.#lazy && why === 'newer-event') throw this.newer.met({ session, code }, error);
      this.aside.put({ session, code, why, seq });
      return null;
    }
  }

  #leave(session: string, farewell: () => void): Promise<void> {
    const room = this.#held.get(session);
    if (!room || !this.#isShared(room)) return this.#leaving.left(session);
    this.#remove(room);
    return this.#leaving.leave(room, farewell);
  }

  /** This process has not run for a while: where others share the log, they have its sessions by now. */
  async #wake(): Promise<void> {
    const away = this.#held
      .all()
      .map((room) => (this.#isShared(room) ? this.standBack(room.id) : room.wake()));
    await Promise.all(away);
  }

  /** One that was let go of may still lose connections while its session is here again: those that are here count. */
  #peopled(session: string): void {
    const room = this.#come(this.#held.get(session));
    if (room && this.#isShared(room)) this.ports.onSeen?.(session);
  }

  #ended(summary: SessionSummary): void {
    this.ports.onEnded(summary);
    if (this.#held.get(summary.id)) this.#stays.ended(summary.id);
  }

  #takenUp(session: string): void {
    this.#stays.takenUp(session);
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
    this.#stays.gone(room.id);
    this.#held.remove(room);
  }
}
