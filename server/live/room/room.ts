import type { Rehearsed, RehearsalRequest } from '#shared/api';
import type { ErrorCode } from '#shared/errors';
import type { Ack } from '#shared/protocol';
import { err, ok, type Result } from '#shared/result';
import type { Hash, LoggedEvent, NameId, SeatId } from '#shared/session/events';
import type { SessionState } from '#shared/session/state';
import { audienceOf, type Audience } from '#shared/session/views';
import type { SessionLog } from '../../storage/log/port';
import { understood } from '../../storage/log/rebuild';
import { reckonHere } from '../../workers/here';
import type { Reckon, Train } from '../../workers/pool';
import type { Channel, ConnectionId, Greeting } from '../channel';
import { SessionClock, type Clock } from '../clock';
import type { CameIn, Onlooker, Presence, RoomHandle, SessionFacts } from '../handle';
import type { SentCommand } from '../sent-command';
import { studentsIn, summaryOf, type SessionSummary } from '../summary';
import { Alarm } from './alarm';
import { Attendance } from './attendance';
import { Broadcast } from './broadcast';
import { ClassJobs } from './class-jobs';
import { Commits } from './commits';
import { Drafts } from './drafts';
import { Following } from './following';
import { rehearse } from '../../rehearsal/rehearse';
import { roundOf, type Round } from '../round';
import { LiveState, type TeachersName } from './live-state';
import { LiveClass } from './live-class';
import { Pulses } from './pulses';
import type { Senders } from './queue';
import { refusalOf } from './refusal';
import { TrainingJobs } from './training-jobs';

export interface RoomPorts {
  readonly log: SessionLog;
  /** Other servers may write to the session. */
  readonly shared?: boolean;
  readonly clock: Clock;
  readonly channel: Channel;
  readonly address: () => string;
  readonly train: Train;
  /** Without it classes are reckoned on the room's own thread. */
  readonly reckon?: Reckon | undefined;
  /** Whose name no seat may have; without it every name is free. */
  readonly teachersName?: TeachersName | undefined;
  readonly onEnded: (summary: SessionSummary) => void;
  /** Its end was taken back. */
  readonly onTakenUp: () => void;
  /** Somebody is connected again, or the last one has gone. */
  readonly onPeopled?: (() => void) | undefined;
  /** Another server has written to the session. */
  readonly onOvertaken?: (() => void) | undefined;
}

/** A live session: command -> decide -> append -> ack -> publish. What leaves it is durable. */
export class Room implements RoomHandle {
  private readonly attendance = new Attendance();
  private readonly drafts = new Drafts();
  private readonly broadcast: Broadcast;
  private readonly pulses: Pulses;
  private readonly clock: SessionClock;
  private readonly training: TrainingJobs;
  private readonly classes: ClassJobs;
  private readonly liveClass: LiveClass;
  private readonly alarm: Alarm;
  private readonly commits: Commits;
  private readonly following: Following;
  /** The session is no longer this server's. */
  private gone = false;

  private constructor(
    readonly id: string,
    private readonly ports: RoomPorts,
    private readonly live: LiveState,
  ) {
    const { channel, clock, address } = ports;
    this.clock = new SessionClock(clock);
    this.clock.set(live.state.at);
    this.commits = new Commits({
      ...{ live, clock: this.clock, timers: clock },
      around: () => ({ present: this.attendance.sinceOpened(), held: this.drafts.held }),
      published: (records, senders) => this.published(records, senders),
      overtaken: () => !this.gone && ports.onOvertaken?.(),
      isBehind: ports.shared ? () => live.isBehind() : null,
    });
    this.broadcast = new Broadcast(channel, live.nameOf, () => this.attendance.seats());
    const reckon = ports.reckon ?? reckonHere;
    this.liveClass = new LiveClass({
      ...{ session: id, clock, reckon, state: () => live.state },
      drafts: () => this.drafts.latest,
      whenDurable: (then) => this.read(then),
      tell: (seat, part) => this.broadcast.tell(live.state, seat, { step: { part } }, this.clock.now()),
      onReckoned: () => this.pulses.touch(),
    });
    const shown = {
      state: () => live.state,
      names: live.nameOf,
      attendance: this.attendance,
      drafts: this.drafts,
      tuning: () => this.liveClass.tuning,
    };
    this.pulses = new Pulses(shown, { channel, clock, address, whenDurable: (then) => this.read(then) });
    const { attendance, drafts, pulses, liveClass } = this;
    this.following = new Following({ attendance, drafts, pulses, liveClass, channel });
    const execute = (command: SentCommand) => this.execute(command);
    this.training = new TrainingJobs({ session: id, clock, train: ports.train, execute });
    this.training.takeAll(live.state);
    this.classes = new ClassJobs({ session: id, clock, reckon, execute });
    this.classes.takeAll(live.state);
    this.alarm = new Alarm({ clock, session: this.clock, state: () => live.state, execute });
    this.alarm.set();
  }

  /** Rebuilds a session from its log; rejects with an UnreadableLog if this build cannot. */
  static async load(id: string, ports: RoomPorts): Promise<Room> {
    const live = await LiveState.load(id, ports.log, ports.teachersName);
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

  // Between two commits: a seat that is not on the disk yet may never be, and one that moves may stay.
  admit(token: Hash): Promise<Result<SeatId | null, ErrorCode>> {
    return new Promise((resolve) =>
      this.read(() => {
        if (this.gone) return resolve(err('server-moved'));
        const seat = this.state.tokens.get(token) ?? null;
        const refusal = refusalOf(this.state, token, seat);
        resolve(refusal ? err(refusal) : ok(seat));
      }),
    );
  }

  rehearse(asked: RehearsalRequest): Promise<Result<Rehearsed, ErrorCode>> {
    return Promise.resolve(rehearse(this.state, asked));
  }

  round(): Promise<Round | null> {
    return Promise.resolve(roundOf(this.state));
  }

  facts(): Promise<SessionFacts> {
    const { lesson, wall, stage } = this.state;
    return Promise.resolve({
      lesson: { id: lesson.id, title: lesson.title, steps: lesson.steps.length },
      ...{ wall, students: studentsIn(this.state), ended: stage.at === 'ended' },
    });
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
    const command = { type: 'resume' } as const;
    return this.execute({ id: `resume/${this.state.seq}`, actor: { role: 'server', command }, claim: null });
  }

  /** The server has slept: for whoever is still connected that is a restart, with a clock that has stood still. */
  async wake(): Promise<void> {
    await this.resume();
    this.read(() => this.renew());
  }

  greet(connection: ConnectionId, onlooker: Onlooker): void {
    this.read(() => this.ports.channel.greet(connection, this.greetingFor(onlooker)));
  }

  tune(seat: SeatId, step: number, draft: unknown): void {
    if (this.gone) return;
    if (this.drafts.tap(this.state, seat, step)) this.pulses.touch(seat);
    else if (this.drafts.put(this.state, seat, step, draft, this.clock.now())) {
      this.pulses.touch();
      this.liveClass.touch();
    }
  }

  warmUp(seat: SeatId, degrees: number): void {
    if (this.drafts.turn(this.state, seat, degrees)) this.pulses.touch();
  }

  arrive(seat: SeatId): void {
    this.attendance.arrive(seat);
    this.liveClass.arrived(seat);
    this.pulses.touch(seat);
  }

  leave(seat: SeatId): void {
    this.attendance.leave(seat);
    this.pulses.touch(seat);
  }

  lookOn(by: 1 | -1): void {
    this.attendance.lookOn(by);
  }

  connected(by: 1 | -1): void {
    if (this.attendance.connected(by)) this.ports.onPeopled?.();
  }

  /** How many are connected, whoever they are. */
  get connections(): number {
    return this.attendance.connections;
  }

  presence(): Promise<Presence> {
    const { anybody, moves } = this.attendance;
    return Promise.resolve({ anybody, moves: moves + this.state.seq });
  }

  named(): Promise<ReadonlyMap<NameId, SeatId>> {
    return new Promise((resolve) =>
      this.read(() => {
        const shown = [...this.state.seats].filter(([, { name }]) => this.live.nameOf(name) !== '');
        resolve(new Map(shown.map(([seat, { name }]) => [name, seat])));
      }),
    );
  }

  forget(rows: readonly NameId[], seat: SeatId): Promise<void> {
    return new Promise((resolve) =>
      this.read(() => {
        this.live.forget(rows, seat);
        this.renew();
        this.pulses.touchAll();
        resolve();
      }),
    );
  }

  addressChanged(): void {
    this.pulses.touch();
  }

  /**
   * Lets nothing more happen, if the session is over: from then on every command is refused. False if it goes on, since
   * somebody has taken its end back.
   */
  seal(): Promise<boolean> {
    return new Promise((resolve) =>
      this.read(() => {
        const over = this.isOver && !this.gone;
        if (over) this.commits.seal();
        resolve(over);
      }),
    );
  }

  /**
   * Lets go of the session, which another server may have from now on. What is with the log is settled, within a second;
   * everything else is refused with `server-moved`, and nothing is written any more. Timers stop, and what is still
   * trained or reckoned goes nowhere.
   */
  letGo(): Promise<void> {
    // First, since what waits to be shown may be more than the log has.
    this.gone = true;
    this.stop();
    this.training.stop();
    this.classes.stop();
    return this.commits.leave();
  }

  /** Ends every seat's connection: the session is gone. */
  dismissAll(): void {
    for (const seat of this.state.seats.keys()) this.ports.channel.dismiss(seat, 'session-ended');
  }

  /** Resolves once everything queued so far is settled. */
  idle(): Promise<void> {
    return new Promise((resolve) => this.read(resolve));
  }

  /** Stops timers; what is queued is still settled. */
  stop(): void {
    this.alarm.stop();
    this.pulses.stop();
    this.liveClass.stop();
  }

  private greetingFor(onlooker: Onlooker): Greeting {
    if (this.gone) return { refusal: 'server-moved' };
    const { role } = onlooker;
    const refusal = role === 'phone' ? refusalOf(this.state, onlooker.token, onlooker.had) : null;
    if (refusal) return { refusal };
    const seat = role === 'phone' ? (this.state.tokens.get(onlooker.token) ?? null) : null;
    const { pulse, roster } = role === 'phone' ? { pulse: null, roster: null } : this.pulses.now();
    return {
      ...{ refusal: null, seat, pulse, students: this.state.seats.size },
      frame: this.broadcast.whole(this.state, role, seat, this.clock.now()),
      roster: role === 'desk' ? roster : null,
    };
  }

  private renew(): void {
    if (this.gone) return;
    this.broadcast.renew(this.state, this.clock.now());
    this.liveClass.renewed();
  }

  /** Calls `then` at a moment when the state is durable. */
  private read(then: () => void): void {
    this.commits.read(then);
  }

  private published(records: readonly LoggedEvent[], senders: Senders): (() => void) | null {
    const rest = this.gone ? null : this.shown(records, senders);
    for (const { event } of records) {
      if (event.type === 'session-ended') this.ports.onEnded(summaryOf(this.id, this.state));
      if (event.type === 'end-undone') this.ports.onTakenUp();
    }
    return rest;
  }

  private shown(records: readonly LoggedEvent[], senders: Senders): (() => void) | null {
    this.following.follow(records);
    const rest = this.broadcast.publish(this.state, records, this.clock.now(), senders);
    this.training.follow(this.state, records);
    this.classes.takeAll(this.state);
    if (records.some(({ event }) => isOwnWhole(audienceOf(event, this.state)))) this.liveClass.renewed();
    else this.liveClass.touch();
    this.alarm.set();
    return rest;
  }
}

/** Whether some are shown their own step anew, of which what they are to a class that tunes is no part. */
const isOwnWhole = ({ own }: Audience): boolean => own === 'all' || own.includes('step');
