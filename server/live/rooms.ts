import { randomBytes, randomInt } from 'node:crypto';
import type { ErrorCode } from '#shared/errors';
import type { Lesson } from '#shared/lessons/lesson';
import { err, ok, type Result } from '#shared/result';
import { EVENT_VERSION, type SessionEvent } from '#shared/session/events';
import { meanScore } from '#shared/session/review';
import type { SessionState } from '#shared/session/state';
import type { SessionLog } from '../storage/log/port';
import type { Train } from '../workers/pool';
import { processClock, type Clock } from './clock';
import type { Outbox } from './outbox';
import { Room } from './room';

/** What is kept of a session once it is over, beside its log. */
export interface SessionSummary {
  readonly id: string;
  readonly students: number;
  readonly meanScore: number | null;
  /** Its start and as long as it has run: where it ended if no wall clock was set meanwhile. */
  readonly ranUntil: Date;
}

export interface RoomsPorts {
  readonly log: SessionLog;
  readonly clock?: Clock;
  readonly train: Train;
  readonly onEnded: (summary: SessionSummary) => void;
}

/** Who carries frames to a room, and which address phones reach it by. Set before the first connection. */
export interface Wiring {
  readonly outbox: (session: string) => Outbox;
  readonly address: (session: string) => string;
}

/** A session that has begun. */
export interface Created {
  readonly id: string;
  readonly code: string;
  /** When it began, as its log has it: ISO 8601. */
  readonly wall: string;
}

/** How long an ended session stays at hand for phones that still look at the podium, ms. */
const AFTERGLOW = 2 * 3_600_000;

/** Students a session takes. */
const LIMIT = 3_000;

/** Tries to find a code that no running session has. */
const CODE_TRIES = 50;

/** All sessions that are alive on this server. */
export class Rooms {
  private readonly rooms = new Map<string, Room>();
  private readonly codes = new Map<string, Room>();
  private readonly clock: Clock;
  private wiring: Wiring | null = null;

  private constructor(private readonly ports: RoomsPorts) {
    this.clock = ports.clock ?? processClock;
  }

  /** Rebuilds every running session from the log. Rejects if the log cannot be read. */
  static async open(ports: RoomsPorts): Promise<Rooms> {
    const rooms = new Rooms(ports);
    for (const id of await ports.log.running()) {
      const room = await rooms.load(id);
      await room.resume();
    }
    return rooms;
  }

  wire(wiring: Wiring): void {
    this.wiring = wiring;
  }

  get(id: string): Room | null {
    return this.rooms.get(id) ?? null;
  }

  byCode(code: string): Room | null {
    return this.codes.get(code) ?? null;
  }

  running(): Room[] {
    return [...this.rooms.values()].filter((room) => room.state.stage.at !== 'ended');
  }

  /** Begins a session; durable once it resolves with ok. Refuses with `storage-failed`. */
  async create({ lesson, host }: { lesson: Lesson; host: string }): Promise<Result<Created, ErrorCode>> {
    for (let tries = 0; tries < CODE_TRIES; tries++) {
      const code = String(randomInt(100_000, 1_000_000));
      if (this.codes.has(code)) continue;
      const id = randomBytes(12).toString('base64url');
      const { outcome } = await this.ports.log.append([firstEntry(id, { lesson, host, code })]);
      if (outcome === 'conflict') continue;
      if (outcome !== 'durable') return err('storage-failed');
      const { state } = await this.load(id);
      return ok({ id, code, wall: state.wall });
    }
    return err('storage-failed');
  }

  /** Stops every timer; commands that are queued are still settled by whoever holds the log open. */
  async close(): Promise<void> {
    for (const room of this.rooms.values()) room.stop();
    await Promise.all([...this.rooms.values()].map((room) => room.idle()));
  }

  /** Lets go of a session that is over, before its time: it was erased. */
  drop(id: string): void {
    const room = this.rooms.get(id);
    if (room?.state.stage.at !== 'ended') return;
    room.dismissAll();
    this.remove(room);
  }

  private async load(id: string): Promise<Room> {
    const room = await Room.load(id, {
      log: this.ports.log,
      clock: this.clock,
      train: this.ports.train,
      outbox: later(() => this.wiring?.outbox(id) ?? null),
      address: () => this.wiring?.address(id) ?? '',
      onEnded: (ended) => this.ended(ended),
    });
    this.rooms.set(id, room);
    this.codes.set(room.state.code, room);
    return room;
  }

  private ended(room: Room): void {
    this.ports.onEnded(summaryOf(room.id, room.state));
    this.clock.after(AFTERGLOW, () => {
      this.remove(room);
    });
  }

  private remove(room: Room): void {
    room.stop();
    this.rooms.delete(room.id);
    if (this.codes.get(room.state.code) === room) this.codes.delete(room.state.code);
  }
}

/** What the list of past sessions says about a session. */
export function summaryOf(id: string, state: SessionState): SessionSummary {
  const means = state.steps
    .map((step, index) => (step.phase === 'revealed' ? meanScore(state, index) : null))
    .filter((mean) => mean !== null);
  const students = [...state.seats.values()].filter((seat) => !seat.kicked).length;
  return {
    ...{ id, students },
    meanScore: means.length > 0 ? means.reduce((a, b) => a + b) / means.length : null,
    ranUntil: new Date(Date.parse(state.wall) + state.at),
  };
}

function firstEntry(session: string, given: { lesson: Lesson; host: string; code: string }) {
  const event: SessionEvent = {
    type: 'session-created',
    ...given,
    seed: randomBytes(16).toString('hex'),
    limit: LIMIT,
    wall: new Date().toISOString(),
  };
  const record = { seq: 1, at: 0, version: EVENT_VERSION, command: 'create', event };
  return { session, events: [record], claim: null, release: null };
}

/** An outbox that drops what is sent before anybody could be connected. */
function later(outbox: () => Outbox | null): Outbox {
  return {
    toRoom: (role, frame) => outbox()?.toRoom(role, frame),
    toSeat: (seat, frame, except) => outbox()?.toSeat(seat, frame, except),
    pulse: (pulse) => outbox()?.pulse(pulse),
    roster: (roster) => outbox()?.roster(roster),
    dismiss: (seat, code) => outbox()?.dismiss(seat, code),
  };
}
