import { randomBytes } from 'node:crypto';
import type { RehearsalCard, RehearsalStarted } from '#shared/api';
import type { ErrorCode } from '#shared/errors';
import type { Lesson } from '#shared/lessons/lesson';
import { err, ok, type Result } from '#shared/result';
import type { Clock } from '../live/clock';
import type { RoomHandle } from '../live/handle';
import type { Rooms } from '../live/rooms';
import { Crowd } from './crowd';

/** A rehearsal that nobody ends is over by itself after so long, ms. */
const LONGEST = 3 * 3_600_000;

export interface RehearsalsPorts {
  readonly rooms: Pick<Rooms, 'create' | 'get'>;
  readonly clock: Clock;
  readonly onBug: (error: unknown) => void;
}

/** When to try again to end one that still trains something, ms. */
const END_AGAIN = 5_000;

interface Running {
  readonly room: RoomHandle;
  /** Nobody in it does anything any more. */
  readonly stop: () => void;
}

/**
 * Lessons that a teacher tries with a simulated class; see docs/decisions/0028. One for each teacher: another one ends the
 * one before. They live in memory, and with the server they are gone.
 */
export class Rehearsals {
  private readonly running = new Map<string, Running>();
  private closed = false;

  constructor(private readonly ports: RehearsalsPorts) {}

  /** Begins one, under that code if it is free. Its class comes in by itself. */
  async begin(lesson: Lesson, teacher: string, code?: string): Promise<Result<RehearsalStarted, ErrorCode>> {
    const { rooms } = this.ports;
    const onOver = (session: string) => this.over(teacher, session);
    const created = await rooms.create({ lesson, host: teacher, rehearsal: { onOver }, code });
    if (!created.ok) return created;
    const { id } = created.value;
    const room = rooms.get(id);
    if (!room || this.closed) return err('server-stopping');
    const before = this.running.get(teacher);
    this.running.set(teacher, this.peopled(room));
    if (before) await this.end(before);
    return ok({ id, code: room.code });
  }

  /** The one that a teacher has now, if there is one. */
  async of(teacher: string): Promise<readonly RehearsalCard[]> {
    const room = this.running.get(teacher)?.room;
    if (!room) return [];
    const { lesson } = await room.facts();
    return [{ id: room.id, code: room.code, title: lesson.title }];
  }

  /** The server ends: nobody acts any more. */
  close(): void {
    this.closed = true;
    for (const { stop } of this.running.values()) stop();
    this.running.clear();
  }

  private peopled(room: RoomHandle): Running {
    const { clock, onBug } = this.ports;
    const crowd = new Crowd({ room, clock, seed: randomBytes(16).toString('hex'), onBug });
    const cancel = clock.after(LONGEST, () => void this.end({ room, stop }));
    const stop = () => {
      crowd.leave();
      cancel();
    };
    return { room, stop };
  }

  /** Ends one as its desk would. */
  private async end({ room, stop }: Running): Promise<void> {
    stop();
    const command = { type: 'end' } as const;
    const actor = { role: 'host', command } as const;
    const ack = await room.execute({ id: 'host/rehearsal-over', actor, claim: null });
    if (!ack.ok && ack.code === 'still-training' && !this.closed)
      this.ports.clock.after(END_AGAIN, () => void this.end({ room, stop }));
  }

  private over(teacher: string, session: string): void {
    const running = this.running.get(teacher);
    if (running?.room.id !== session) return;
    running.stop();
    this.running.delete(teacher);
  }
}
