import type { Ack } from '#shared/protocol';
import type { EventType, LoggedEvent, NameId, SeatId } from '#shared/session/events';
import type { SessionState } from '#shared/session/state';
import type { Role } from '#shared/session/views';
import type { SessionLog } from '../storage/log/port';
import type { Train } from '../workers/pool';
import { Alarm } from './alarm';
import { Apprentices } from './apprentices';
import { answered, Broadcast } from './broadcast';
import type { Carrier, Carriers } from './carriers';
import { SessionClock, type Clock } from './clock';
import { Drafts } from './drafts';
import type { Intent } from './intent';
import { Ledger } from './ledger';
import type { Outbox } from './outbox';
import { Attendance } from './presence';
import { Pulses } from './pulses';
import { carriersOf, refuse, seqOf, type Drafted, type Waiting } from './waiting';

export interface RoomPorts {
  readonly log: SessionLog;
  readonly clock: Clock;
  readonly outbox: Outbox;
  readonly address: () => string;
  readonly train: Train;
  readonly onEnded: (room: Room) => void;
}

/** How often a batch is decided again after another server was faster. */
const TRIES = 3;

/** When to ask the log again after it could not be read, ms. */
const READ_AGAIN = 500;

/**
 * A live session: one queue; command -> decide -> append -> ack -> publish. While one batch is on its way to the
 * disk the next one collects. What leaves the room is durable: frames and acks only follow the commit.
 */
export class Room {
  readonly pulses: Pulses;
  private readonly attendance = new Attendance();
  private readonly drafts = new Drafts();
  private readonly broadcast: Broadcast;
  private readonly clock: SessionClock;
  private readonly apprentices: Apprentices;
  private readonly alarm: Alarm;
  private queue: Waiting[] = [];
  private reads: (() => void)[] = [];
  private busy = false;

  private constructor(
    readonly id: string,
    private readonly ports: RoomPorts,
    private readonly ledger: Ledger,
  ) {
    const { outbox, clock, address } = ports;
    this.clock = new SessionClock(clock);
    this.clock.set(ledger.state.at);
    this.broadcast = new Broadcast(outbox, ledger.nameOf, () => this.attendance.seats());
    const shown = {
      state: () => ledger.state,
      names: ledger.nameOf,
      attendance: this.attendance,
      drafts: this.drafts,
    };
    this.pulses = new Pulses(shown, { outbox, clock, address, whenDurable: (then) => this.read(then) });
    const execute = (intent: Intent) => this.execute(intent);
    this.apprentices = new Apprentices({ session: id, clock, train: ports.train, execute });
    this.apprentices.takeAll(ledger.state);
    this.alarm = new Alarm({ clock, session: this.clock, state: () => ledger.state, execute });
    this.alarm.set();
  }

  /** Rebuilds a session from its log. */
  static async load(id: string, ports: RoomPorts): Promise<Room> {
    return new Room(id, ports, await Ledger.load(id, ports.log));
  }

  /** The state; between two commits it is what the log says. */
  get state(): SessionState {
    return this.ledger.state;
  }

  /** Resolves once the outcome is certain: `ok` means durable. Never rejects. `carrier` will get the ack. */
  execute(intent: Intent, carrier: Carrier | null = null): Promise<Ack> {
    return new Promise((settle) => {
      this.queue.push({ intent, carrier, arrived: this.clock.now(), settle });
      void this.pump();
    });
  }

  /** After a restart: an open step gets its time back. */
  async resume(): Promise<void> {
    const command = { type: 'resume' } as const;
    await this.execute({ id: `resume/${this.state.seq}`, actor: { role: 'server', command }, claim: null });
  }

  /** Calls `then` with the session's frame for one person, at a moment when the state is durable. */
  welcome(role: Role, seat: SeatId | null, then: (frame: string) => void): void {
    this.read(() => then(this.broadcast.whole(this.state, role, seat, this.clock.now())));
  }

  /** A position while tuning; the latest of each seat makes the class picture. */
  tune(seat: SeatId, step: number, raw: unknown): void {
    if (this.drafts.put(this.state, seat, step, raw)) this.pulses.touch();
  }

  arrive(seat: SeatId): void {
    this.attendance.arrive(seat);
    this.pulses.touch(seat);
  }

  leave(seat: SeatId): void {
    this.attendance.leave(seat);
    this.pulses.touch(seat);
  }

  /** Names that were erased from the log: whoever looks is shown the room without them. */
  forget(rows: readonly NameId[]): void {
    this.read(() => {
      this.ledger.forget(rows);
      this.broadcast.renew(this.state, this.clock.now());
      this.pulses.touchAll();
    });
  }

  /** Ends every seat's connection: the session is gone. */
  dismissAll(): void {
    for (const seat of this.state.seats.keys()) this.ports.outbox.dismiss(seat, 'session-ended');
  }

  /** Resolves once everything queued so far is settled. */
  idle(): Promise<void> {
    return new Promise((resolve) => this.read(resolve));
  }

  /** What `see` sees at a moment when the state is durable: by the time a promise is heard of, it may not be any more. */
  look<Seen>(see: (state: SessionState) => Seen): Promise<Seen> {
    return new Promise((resolve) => this.read(() => resolve(see(this.state))));
  }

  /** Stops timers; what is queued is still settled. */
  stop(): void {
    this.alarm.stop();
    this.pulses.stop();
  }

  private read(then: () => void): void {
    this.reads.push(then);
    void this.pump();
  }

  private async pump(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    while (this.queue.length > 0 || this.reads.length > 0) {
      const batch = this.queue;
      this.queue = [];
      if (batch.length > 0) await this.commit(batch, TRIES);
      if (this.ledger.stale && !(await this.recover())) {
        this.ports.clock.after(READ_AGAIN, () => void this.pump());
        break;
      }
      const reads = this.reads;
      this.reads = [];
      for (const read of reads) read();
    }
    this.busy = false;
  }

  private async commit(batch: readonly Waiting[], tries: number): Promise<void> {
    if (this.ledger.stale && !(await this.recover())) return refuse(batch, 'storage-failed');
    const drafted: Drafted[] = [];
    const certain: [Waiting, Ack | null][] = [];
    for (const waiting of batch) {
      const at = Math.max(waiting.arrived, this.state.at);
      const entry = this.ledger.draft(waiting.intent, at, this.attendance.sinceOpened());
      if (entry.ok && entry.value) drafted.push({ waiting, entry: entry.value });
      else certain.push([waiting, entry.ok ? null : { ok: false, code: entry.error }]);
    }
    const rest = certain.map(([waiting]) => waiting);
    if (drafted.length > 0 && !(await this.append(drafted, rest, tries))) return;
    for (const [{ settle }, refusal] of certain) settle(refusal ?? { ok: true, seq: this.state.seq });
  }

  /** Makes a batch durable, publishes and acks it. False if it was settled in another way, and `rest` with it. */
  private async append(
    drafted: readonly Drafted[],
    rest: readonly Waiting[],
    tries: number,
  ): Promise<boolean> {
    const { outcome, at } = await this.ledger.append(drafted.map(({ entry }) => entry));
    if (outcome === 'durable') {
      this.published(
        drafted.flatMap(({ entry }) => entry.events),
        carriersOf(drafted),
      );
      for (const { waiting, entry } of drafted) waiting.settle(this.acked(waiting.intent, seqOf(entry)));
      return true;
    }
    await this.recover();
    const culprit = outcome === 'name-taken' && at !== null ? drafted[at]?.waiting : undefined;
    culprit?.settle({ ok: false, code: 'name-taken' });
    const others = [...drafted.map(({ waiting }) => waiting), ...rest].filter(
      (waiting) => waiting !== culprit,
    );
    if (outcome === 'failed' || tries <= 1) refuse(others, 'storage-failed');
    else await this.commit(others, tries - 1);
    return false;
  }

  private acked({ actor }: Intent, seq: number): Ack {
    const own = actor.role === 'seat' ? answered(this.state, actor.seat) : null;
    return own ? { ok: true, seq, own } : { ok: true, seq };
  }

  /** After a refused append: what others have written meanwhile is published too. */
  private async recover(): Promise<boolean> {
    const missed = await this.ledger.reload();
    this.clock.notBefore(this.state.at);
    if (missed !== null && missed.length > 0) this.published(missed);
    return missed !== null;
  }

  private published(records: readonly LoggedEvent[], carriers: Carriers = new Map()): void {
    this.follow(records);
    this.broadcast.publish(this.state, records, this.clock.now(), carriers);
    this.apprentices.follow(this.state, records);
    this.alarm.set();
    for (const { event } of records) if (event.type === 'session-ended') this.ports.onEnded(this);
  }

  /** What only the shell knows follows what happened. */
  private follow(records: readonly LoggedEvent[]): void {
    for (const { event } of records) {
      if (event.type === 'step-opened') this.attendance.begin();
      if (endsDrafts.has(event.type)) this.drafts.clear();
      if (event.type === 'submitted') this.drafts.drop(event.seat);
      if (event.type === 'seat-kicked') this.ports.outbox.dismiss(event.seat, 'kicked');
      if (event.type === 'seat-moved') this.ports.outbox.dismiss(event.seat, 'seat-moved');
      if ('seat' in event) this.pulses.touch(event.seat);
    }
    const wide = records.some(({ event }) => event.type === 'stage-entered');
    if (wide) this.pulses.touchAll();
    else this.pulses.touch();
  }
}

/** What was being tuned belongs to the opening before. */
const endsDrafts: ReadonlySet<EventType> = new Set(['step-opened', 'voting-again', 'stage-entered']);
