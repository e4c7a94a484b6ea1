import type { ErrorCode } from '#shared/errors';
import type { Ack } from '#shared/protocol';
import { replay } from '#shared/session/evolve';
import type { LoggedEvent, SeatId } from '#shared/session/events';
import type { SessionState } from '#shared/session/state';
import type { Role } from '#shared/session/views';
import { nextWake } from '#shared/session/wake';
import { refusalOf, type Entry, type SessionLog } from '../storage/log/port';
import { Broadcast } from './broadcast';
import { SessionClock, type Clock } from './clock';
import { draft } from './drafting';
import { Drafts } from './drafts';
import type { Intent } from './intent';
import type { Outbox } from './outbox';
import { Attendance } from './presence';
import { Pulses } from './pulses';
import { RoomNames } from './roomnames';

export interface RoomPorts {
  readonly log: SessionLog;
  readonly clock: Clock;
  readonly outbox: Outbox;
  readonly address: () => string;
  readonly onEnded: (room: Room) => void;
}

interface Waiting {
  readonly intent: Intent;
  readonly settle: (ack: Ack) => void;
}

interface Drafted {
  readonly waiting: Waiting;
  readonly entry: Entry;
}

/** How often a batch is decided again after another server was faster. */
const TRIES = 3;

/** When to ask the log again after it could not be read, ms. */
const RELOAD_AGAIN = 500;

/**
 * A live session: one queue; command -> decide -> append -> ack -> publish. While one batch is on its way to the
 * disk the next one collects. What leaves the room is durable: frames and acks only follow the commit.
 */
export class Room {
  readonly attendance = new Attendance();
  readonly pulses: Pulses;
  private readonly drafts = new Drafts();
  private readonly broadcast: Broadcast;
  private readonly clock: SessionClock;
  private queue: Waiting[] = [];
  private reads: (() => void)[] = [];
  private busy = false;
  private stale = false;
  private durable: number;
  private wake: (() => void) | null = null;

  private constructor(
    readonly id: string,
    private readonly ports: RoomPorts,
    private current: SessionState,
    private names: RoomNames,
  ) {
    const nameOf = (row: string) => this.names.of(row);
    this.clock = new SessionClock(ports.clock);
    this.clock.set(current.at);
    this.durable = current.seq;
    this.broadcast = new Broadcast(ports.outbox, nameOf, () => this.attendance.seats());
    this.pulses = new Pulses(
      () => this.current,
      nameOf,
      this.attendance,
      this.drafts,
      ports.outbox,
      ports.clock,
      ports.address,
    );
    this.setWake();
  }

  /** Rebuilds a session from its log. */
  static async load(id: string, ports: RoomPorts): Promise<Room> {
    const [log, names] = await Promise.all([ports.log.read(id), ports.log.names(id)]);
    return new Room(id, ports, replay(log), new RoomNames(names));
  }

  /** The state; between two commits it is what the log says. */
  get state(): SessionState {
    return this.current;
  }

  /** Resolves once the outcome is certain: `ok` means durable. Never rejects. */
  execute(intent: Intent): Promise<Ack> {
    return new Promise((settle) => {
      this.queue.push({ intent, settle });
      void this.pump();
    });
  }

  /** After a restart: an open step gets its time back. */
  async resume(): Promise<void> {
    const command = { type: 'resume' } as const;
    await this.execute({ id: `resume/${this.current.seq}`, actor: { role: 'server', command }, claim: null });
  }

  /** Calls `then` with the session's frame for one person, at a moment when the state is durable. */
  welcome(role: Role, seat: SeatId | null, then: (frame: string) => void): void {
    this.read(() => then(this.broadcast.whole(this.current, role, seat, this.clock.now())));
  }

  /** A position while tuning; the latest of each seat makes the class picture. */
  tune(seat: SeatId, step: number, raw: unknown): void {
    if (this.drafts.put(this.current, seat, step, raw)) this.pulses.touch();
  }

  arrive(seat: SeatId): void {
    this.attendance.arrive(seat);
    this.pulses.touch(seat);
  }

  leave(seat: SeatId): void {
    this.attendance.leave(seat);
    this.pulses.touch(seat);
  }

  /** Resolves once everything queued so far is settled. */
  idle(): Promise<void> {
    return new Promise((resolve) => this.read(resolve));
  }

  /** Stops timers; what is queued is still settled. */
  stop(): void {
    this.wake?.();
    this.wake = null;
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
      if (this.stale && !(await this.reload())) {
        this.ports.clock.after(RELOAD_AGAIN, () => void this.pump());
        break;
      }
      const reads = this.reads;
      this.reads = [];
      for (const read of reads) read();
    }
    this.busy = false;
  }

  private async commit(batch: readonly Waiting[], tries: number): Promise<void> {
    if (this.stale && !(await this.reload())) return this.refuse(batch, 'storage-failed');
    const refused: [Waiting, ErrorCode][] = [];
    const known: Waiting[] = [];
    const drafted: Drafted[] = [];
    for (const waiting of batch) {
      const entry = this.draft(waiting.intent);
      if (!entry.ok) refused.push([waiting, entry.error]);
      else if (entry.value === null) known.push(waiting);
      else drafted.push({ waiting, entry: entry.value });
    }
    if (drafted.length > 0 && !(await this.append(drafted, [...known, ...refused.map(([w]) => w)], tries)))
      return;
    for (const waiting of known) waiting.settle({ ok: true, seq: this.current.seq });
    for (const [waiting, code] of refused) waiting.settle({ ok: false, code });
  }

  private draft(intent: Intent) {
    const { claim, actor } = intent;
    if (claim && this.names.taken(claim.folded, null) && !this.current.commands.has(intent.id)) {
      const own = actor.role === 'host' && actor.command.type === 'rename' ? actor.command.seat : null;
      const held = own === null ? null : (this.current.seats.get(own)?.name ?? null);
      if (this.names.taken(claim.folded, held)) return { ok: false, error: 'name-taken' } as const;
    }
    const drafted = draft(this.id, this.current, intent, this.clock.now(), this.attendance.sinceOpened());
    if (drafted.ok && drafted.value) this.names.apply(drafted.value);
    return drafted;
  }

  /** Makes a batch durable, publishes and acks it. False if the batch was settled in another way. */
  private async append(
    drafted: readonly Drafted[],
    rest: readonly Waiting[],
    tries: number,
  ): Promise<boolean> {
    const { outcome, at } = await this.ports.log.append(drafted.map(({ entry }) => entry));
    if (outcome === 'durable') {
      const records = drafted.flatMap(({ entry }) => entry.events);
      this.published(records);
      for (const { waiting, entry } of drafted) waiting.settle({ ok: true, seq: seqOf(entry) });
      return true;
    }
    this.stale = true;
    await this.reload();
    const culprit = outcome === 'name-taken' && at !== null ? drafted[at]?.waiting : undefined;
    const others = [...drafted.map(({ waiting }) => waiting), ...rest].filter(
      (waiting) => waiting !== culprit,
    );
    if (culprit) culprit.settle({ ok: false, code: 'name-taken' });
    if (outcome === 'failed' || tries <= 1)
      this.refuse(others, refusalOf[outcome === 'name-taken' ? 'failed' : outcome]);
    else await this.commit(others, tries - 1);
    return false;
  }

  private published(records: readonly LoggedEvent[]): void {
    this.durable = this.current.seq;
    this.follow(records);
    this.broadcast.publish(this.current, records, this.clock.now());
    this.setWake();
    for (const { event } of records) if (event.type === 'session-ended') this.ports.onEnded(this);
  }

  /** What only the shell knows follows what happened. */
  private follow(records: readonly LoggedEvent[]): void {
    for (const { event } of records) {
      if (event.type === 'step-opened') this.attendance.begin();
      if (event.type === 'step-opened' || event.type === 'stage-entered') this.drafts.clear();
      if (event.type === 'submitted') this.drafts.drop(event.seat);
      if (event.type === 'seat-kicked') this.ports.outbox.dismiss(event.seat, 'kicked');
      if (event.type === 'seat-moved') this.ports.outbox.dismiss(event.seat, 'seat-moved');
      if ('seat' in event) this.pulses.touch(event.seat);
    }
    const wide = records.some(({ event }) => event.type === 'stage-entered');
    if (wide) this.pulses.touchAll();
    else this.pulses.touch();
  }

  /** After a refused append the state in memory has gone too far: the log says how far. */
  private async reload(): Promise<boolean> {
    try {
      const [log, names] = await Promise.all([this.ports.log.read(this.id), this.ports.log.names(this.id)]);
      const missed = log.filter(({ seq }) => seq > this.durable);
      this.current = replay(log);
      this.names = new RoomNames(names);
      this.stale = false;
      if (missed.length > 0) this.published(missed);
      return true;
    } catch {
      return false;
    }
  }

  private refuse(batch: readonly Waiting[], code: ErrorCode): void {
    for (const { settle } of batch) settle({ ok: false, code });
  }

  private setWake(): void {
    this.wake?.();
    const next = nextWake(this.current);
    this.wake =
      next &&
      this.ports.clock.after(next.at - this.clock.now(), () => {
        void this.execute({ id: next.id, actor: { role: 'server', command: next.command }, claim: null });
      });
  }
}

/** The last seq of an entry: from there on it counts. */
const seqOf = ({ events }: Entry): number => events.at(-1)?.seq ?? 0;
