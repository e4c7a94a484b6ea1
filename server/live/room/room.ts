import type { Rehearsed, RehearsalRequest } from '#shared/api';
import type { ErrorCode } from '#shared/errors';
import type { Ack } from '#shared/protocol';
import { err, type Result } from '#shared/result';
import type { Hash, LoggedEvent, NameId, SeatId } from '#shared/session/events';
import type { SessionState } from '#shared/session/state';
import { rehearse } from '../../rehearsal/rehearse';
import { understood } from '../../storage/log/rebuild';
import { reckonHere } from '../../workers/here';
import type { ConnectionId } from '../channel';
import { SessionClock } from '../clock';
import type { CameIn, Onlooker, Presence, RoomHandle, SessionFacts } from '../handle';
import { roundOf, type Round } from '../round';
import type { SentCommand } from '../sent-command';
import { factsOf, summaryOf } from '../summary';
import { BesideLog } from './beside-log';
import { Commits } from './commits';
import { LiveState } from './live-state';
import { Pending } from './pending';
import type { RoomPorts } from './ports';
import type { Senders } from './queue';
import { admissionOf } from './refusal';
import { Showing } from './showing';
import { resuming } from './take-over';

/** A live session: command -> decide -> append -> ack -> publish. What leaves it is durable. */
export class Room implements RoomHandle {
  private readonly commits: Commits;
  private readonly beside: BesideLog;
  private readonly showing: Showing;
  private readonly pending: Pending;
  /** The session is no longer this server's. */
  private gone = false;

  private constructor(
    readonly id: string,
    private readonly ports: RoomPorts,
    private readonly live: LiveState,
  ) {
    const { channel, clock, address, train, reckon = reckonHere } = ports;
    const time = new SessionClock(clock);
    time.set(live.state.at);
    this.commits = new Commits({
      ...{ live, clock: time, timers: clock },
      around: () => this.beside.around(),
      published: (records, senders) => this.published(records, senders),
      overtaken: () => !this.gone && ports.onOvertaken?.(),
      isBehind: ports.shared ? () => live.isBehind() : null,
    });
    const beside = new BesideLog({
      ...{ session: id, live, time, clock, channel, address, reckon },
      whenDurable: (then) => this.commits.read(then),
      tell: (seat, part) => this.showing.tell(seat, part),
    });
    this.beside = beside;
    this.showing = new Showing({ live, time, channel, beside, isGone: () => this.gone });
    const execute = (command: SentCommand) => this.execute(command);
    this.pending = new Pending({ session: id, live, time, clock, train, reckon, execute });
    this.pending.begin();
  }

  /**
   * Rebuilds a session from its log; rejects with an UnreadableLog if this build cannot. One that other servers may have is
   * this server's then, or has ended; rejects with Outrun if another one goes on writing to it.
   */
  static async load(id: string, ports: RoomPorts): Promise<Room> {
    const { log, shared, teachersName: nameOf } = ports;
    const live = await LiveState.load({ id, log, shared, nameOf });
    return understood(live.state.seq, () => new Room(id, ports, live));
  }

  /** The state; between two commits it is what the log says. For this folder alone: everybody else has the handle. */
  get state(): SessionState {
    return this.live.state;
  }

  /** The last event, with those that are on their way to the log. */
  get seq(): number {
    return this.state.seq;
  }

  get isOver(): boolean {
    return this.state.stage.at === 'ended';
  }

  get isRehearsal(): boolean {
    return this.state.rehearsal;
  }

  get code(): string {
    return this.state.code;
  }

  get host(): string {
    return this.state.host;
  }

  knows(token: Hash): Promise<boolean> {
    return Promise.resolve(this.state.tokens.has(token) || this.state.moved.has(token));
  }

  admit(token: Hash): Promise<Result<SeatId | null, ErrorCode>> {
    return this.ask(() => (this.gone ? err('server-moved') : admissionOf(this.state, token)));
  }

  rehearse(asked: RehearsalRequest): Promise<Result<Rehearsed, ErrorCode>> {
    return Promise.resolve(rehearse(this.state, asked));
  }

  round(): Promise<Round | null> {
    return Promise.resolve(roundOf(this.state));
  }

  facts(): Promise<SessionFacts> {
    return Promise.resolve(factsOf(this.state));
  }

  /** Never rejects. */
  execute(command: SentCommand, connection: ConnectionId | null = null): Promise<Ack> {
    return this.commits.add(command, connection);
  }

  async comeIn(command: SentCommand, token: Hash): Promise<CameIn> {
    const ack = await this.execute(command);
    return { ack, seat: ack.ok ? (this.state.tokens.get(token) ?? null) : null };
  }

  /** After a restart: an open step gets its time back. */
  resume(): Promise<Ack> {
    return this.execute(resuming(this.state));
  }

  /** The server has slept: for whoever is still connected that is a restart, with a clock that has stood still. */
  async wake(): Promise<void> {
    await this.resume();
    this.commits.read(() => this.showing.renew());
  }

  greet(connection: ConnectionId, onlooker: Onlooker): void {
    this.commits.read(() => this.ports.channel.greet(connection, this.showing.greeting(onlooker)));
  }

  tune(seat: SeatId, step: number, draft: unknown): void {
    if (!this.gone) this.beside.tune(seat, step, draft);
  }

  warmUp(seat: SeatId, degrees: number): void {
    this.beside.warmUp(seat, degrees);
  }

  arrive(seat: SeatId): void {
    this.beside.arrive(seat);
  }

  leave(seat: SeatId): void {
    this.beside.leave(seat);
  }

  lookOn(by: 1 | -1): void {
    this.beside.lookOn(by);
  }

  connected(by: 1 | -1): void {
    if (this.beside.connected(by)) this.ports.onPeopled?.();
  }

  /** How many are connected, whoever they are. */
  get connections(): number {
    return this.beside.connections;
  }

  presence(): Promise<Presence> {
    return Promise.resolve(this.beside.presence());
  }

  named(): Promise<ReadonlyMap<NameId, SeatId>> {
    return this.ask(() => this.live.named());
  }

  forget(rows: readonly NameId[], seat: SeatId): Promise<void> {
    return this.ask(() => {
      this.live.forget(rows, seat);
      this.showing.renew();
      this.beside.allChanged();
    });
  }

  addressChanged(): void {
    this.beside.changed();
  }

  /**
   * Lets nothing more happen, if the session is over: from then on every command is refused. False if it goes on, since
   * somebody has taken its end back.
   */
  seal(): Promise<boolean> {
    return this.ask(() => {
      const over = this.isOver && !this.gone;
      if (over) this.commits.seal();
      return over;
    });
  }

  /**
   * Lets go of the session, which another server may have from now on. What is with the log is settled, within a second;
   * everything else is refused with `server-moved`, and nothing is written any more. Timers stop, and what is still
   * trained or reckoned goes nowhere.
   */
  letGo(): Promise<void> {
    // First, since what waits to be shown may be more than the log has.
    this.gone = true;
    this.pending.letGo();
    this.beside.stop();
    return this.commits.leave();
  }

  /** Ends every seat's connection: the session is gone. */
  dismissAll(): void {
    for (const seat of this.state.seats.keys()) this.ports.channel.dismiss(seat, 'session-ended');
  }

  /** Resolves once everything queued so far is settled. */
  idle(): Promise<void> {
    return this.ask(() => undefined);
  }

  /** Stops timers; what is queued is still settled. */
  stop(): void {
    this.pending.stop();
    this.beside.stop();
  }

  /** What `look` finds at a moment when the state is durable. */
  private ask<Found>(look: () => Found): Promise<Found> {
    return new Promise((resolve) => this.commits.read(() => resolve(look())));
  }

  private published(records: readonly LoggedEvent[], senders: Senders): (() => void) | null {
    const rest = this.showing.publish(records, senders);
    if (!this.gone) this.pending.follow(records);
    for (const { event } of records) {
      if (event.type === 'session-ended') this.ports.onEnded(summaryOf(this.id, this.state));
      if (event.type === 'end-undone') this.ports.onTakenUp();
    }
    return rest;
  }
}
