import { randomBytes, randomInt } from 'node:crypto';
import type { ErrorCode } from '#shared/errors';
import type { Lesson } from '#shared/lessons/lesson';
import { err, ok, type Result } from '#shared/result';
import { nothingWritten } from '#shared/words';
import { EVENT_VERSION, type EventOf, type SessionEvent } from '#shared/session/events';
import { memoryLog } from '../storage/log/memory';
import type { RunningSession, SessionLog } from '../storage/log/port';
import { UnreadableLog } from '../storage/log/rebuild';
import type { Reckon, Train } from '../workers/pool';
import type { Render } from '../words/scribe';
import type { Channel } from './channel';
import type { Clock } from './clock';
import type { RoomHandle } from './handle';
import { AsideSessions, type PutAside } from './put-aside';
import { Room } from './room/room';
import type { SessionSummary } from './summary';
import { WakingClock } from './waking-clock';

export interface RoomsPorts {
  readonly log: SessionLog;
  readonly clock?: Clock;
  readonly train: Train;
  readonly reckon?: Reckon | undefined;
  /** The name of a teacher's account, which no seat of their sessions may have; without it every name is free. */
  readonly teachersName?: (teacher: string) => Promise<string | null>;
  /** Makes HTML of a lesson's texts; without it all stand as they are written. */
  readonly render?: Render | undefined;
  readonly onEnded: (summary: SessionSummary) => void;
  /** A session's end was taken back. */
  readonly onTakenUp: (session: string) => void;
  readonly onPutAside: (aside: PutAside) => void;
}

/** What carries frames to a room's connections, and which address phones reach it by. Set before the first connection. */
export interface Wiring {
  readonly channel: (session: string) => Channel;
  readonly address: (session: string) => string;
}

/** A session that has begun. */
export interface Created {
  readonly id: string;
  readonly code: string;
  /** When it began, as its log has it: ISO 8601. */
  readonly wall: string;
}

/** What begins. */
interface Beginning {
  readonly lesson: Lesson;
  /** The teacher whose session it is. */
  readonly host: string;
  /** Only tried: nothing of it reaches a disk, and once it has ended it is gone, which `onOver` hears. */
  readonly rehearsal?: { readonly onOver: (session: string) => void };
}

/** How long an ended session stays at hand for phones that still look at the podium, ms. */
const AFTERGLOW = 2 * 3_600_000;

/** Students a session takes. */
const LIMIT = 3_000;

/** Tries to find a code that no running session has. */
const CODE_TRIES = 50;

/** All sessions that are alive on this server. */
export class Rooms {
  /** Sessions that cannot be rebuilt. */
  readonly aside: AsideSessions;
  private readonly rooms = new Map<string, Room>();
  private readonly codes = new Map<string, Room>();
  /** What takes back that an ended session goes, by its id. */
  private readonly going = new Map<string, () => void>();
  private readonly clock: WakingClock;
  private wiring: Wiring | null = null;

  private constructor(private readonly ports: RoomsPorts) {
    this.aside = new AsideSessions(ports.onPutAside);
    this.clock = new WakingClock(() => void this.wake(), ports.clock);
  }

  /** Rebuilds every running session from the log, or puts it aside. Rejects if the disk cannot be read. */
  static async open(ports: RoomsPorts): Promise<Rooms> {
    const rooms = new Rooms(ports);
    for (const running of await ports.log.running()) {
      const room = await rooms.load(running);
      await room?.resume();
    }
    rooms.clock.watch();
    return rooms;
  }

  wire(wiring: Wiring): void {
    this.wiring = wiring;
  }

  get(id: string): RoomHandle | null {
    return this.rooms.get(id) ?? null;
  }

  byCode(code: string): RoomHandle | null {
    return this.codes.get(code) ?? null;
  }

  /** Those that have not ended. */
  async running(): Promise<RoomHandle[]> {
    const running: RoomHandle[] = [];
    for (const room of this.rooms.values()) if (!(await room.facts()).ended) running.push(room);
    return running;
  }

  /** Begins a session; durable once it resolves with ok. Refuses with `storage-failed`. */
  async create({ lesson, host, rehearsal }: Beginning): Promise<Result<Created, ErrorCode>> {
    const written = (await this.ports.render?.(lesson)) ?? nothingWritten;
    const log = rehearsal ? memoryLog() : this.ports.log;
    for (let tries = 0; tries < CODE_TRIES; tries++) {
      const code = String(randomInt(100_000, 1_000_000));
      if (this.codes.has(code) || this.aside.withCode(code)) continue;
      const id = randomBytes(12).toString('base64url');
      const wall = new Date().toISOString();
      const begun = firstEntry(id, {
        lesson,
        host,
        code,
        wall,
        ...(written !== nothingWritten && { written }),
        ...(rehearsal && ({ rehearsal: true } as const)),
      });
      const { outcome } = await log.append([begun]);
      if (outcome === 'conflict') continue;
      if (outcome !== 'durable') return err('storage-failed');
      const room = await this.load({ session: id, code }, log, rehearsal);
      return room ? ok({ id, code, wall }) : err('session-put-aside');
    }
    return err('storage-failed');
  }

  /** Stops every timer; commands that are queued are still settled by whoever holds the log open. */
  async close(): Promise<void> {
    this.clock.stop();
    for (const room of this.rooms.values()) room.stop();
    await Promise.all([...this.rooms.values()].map((room) => room.idle()));
  }

  /** Lets nothing more be written to a session that is over. False if it goes on: its end was just taken back. */
  async seal(id: string): Promise<boolean> {
    return (await this.rooms.get(id)?.seal()) ?? true;
  }

  /** Lets go of a session that is over or was put aside, before its time: it was erased. */
  async drop(id: string): Promise<void> {
    this.aside.drop(id);
    const room = this.rooms.get(id);
    if (!room || !(await room.facts()).ended) return;
    room.dismissAll();
    this.remove(room);
  }

  /** Null: it was put aside. */
  private async load(
    { session, code }: RunningSession,
    log = this.ports.log,
    rehearsal?: Beginning['rehearsal'],
  ): Promise<Room | null> {
    try {
      const room = await Room.load(session, {
        log,
        clock: this.clock,
        train: this.ports.train,
        reckon: this.ports.reckon,
        teachersName: this.ports.teachersName,
        channel: later(() => this.wiring?.channel(session) ?? null),
        address: () => this.wiring?.address(session) ?? '',
        onEnded: (summary) => (rehearsal ? this.over(session, rehearsal.onOver) : this.ended(summary)),
        onTakenUp: () => this.takenUp(session),
      });
      this.rooms.set(session, room);
      this.codes.set(code, room);
      return room;
    } catch (error) {
      if (!(error instanceof UnreadableLog)) throw error;
      const { why, seq } = error;
      this.aside.put({ session, code, why, seq });
      return null;
    }
  }

  private async wake(): Promise<void> {
    for (const room of this.rooms.values()) await room.wake();
  }

  private ended(summary: SessionSummary): void {
    this.ports.onEnded(summary);
    const go = () => {
      const room = this.rooms.get(summary.id);
      if (room) this.remove(room);
    };
    this.going.set(summary.id, this.clock.after(AFTERGLOW, go));
  }

  private takenUp(session: string): void {
    this.going.get(session)?.();
    this.going.delete(session);
    this.ports.onTakenUp(session);
  }

  /** A rehearsal has ended: who is in it has been shown so, and nobody finds it any more. */
  private over(session: string, onOver: (session: string) => void): void {
    const room = this.rooms.get(session);
    if (room) this.remove(room);
    onOver(session);
  }

  private remove(room: Room): void {
    room.stop();
    this.going.get(room.id)?.();
    this.going.delete(room.id);
    this.rooms.delete(room.id);
    if (this.codes.get(room.code) === room) this.codes.delete(room.code);
  }
}

type Given = Pick<EventOf<'session-created'>, 'lesson' | 'written' | 'host' | 'code' | 'wall' | 'rehearsal'>;

function firstEntry(session: string, given: Given) {
  const event: SessionEvent = {
    type: 'session-created',
    ...given,
    seed: randomBytes(16).toString('hex'),
    limit: LIMIT,
  };
  const record = { seq: 1, at: 0, version: EVENT_VERSION, command: 'create', event };
  return { session, events: [record], claim: null, release: null };
}

/** A channel that drops what is sent before anybody could be connected. */
function later(channel: () => Channel | null): Channel {
  return {
    greet: (connection, greeting) => channel()?.greet(connection, greeting),
    toRoom: (role, frame) => channel()?.toRoom(role, frame),
    toSeat: (seat, frame, except) => channel()?.toSeat(seat, frame, except),
    pulse: (pulse) => channel()?.pulse(pulse),
    roster: (roster) => channel()?.roster(roster),
    dismiss: (seat, code) => channel()?.dismiss(seat, code),
  };
}
