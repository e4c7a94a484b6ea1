import { randomBytes } from 'node:crypto';
import type { RehearsalCard } from '#shared/api';
import type { ErrorCode } from '#shared/errors';
import type { Lesson } from '#shared/lessons/lesson';
import { err, ok, type Result } from '#shared/result';
import type { Clock } from '../live/clock';
import type { RoomHandle } from '../live/handle';
import type { Rooms } from '../live/rooms';
import type { News } from '../storage/news';
import { AGAIN, type Board } from './board';
import { Crowd } from './crowd';

/** A rehearsal that nobody ends is over by itself after so long, ms. */
const LONGEST = 3 * 3_600_000;

export interface RehearsalsPorts {
  readonly rooms: Pick<Rooms, 'create' | 'get'>;
  readonly clock: Clock;
  readonly onBug: (error: unknown) => void;
  /** How other servers know of it; null: there are none. */
  readonly elsewhere?: { readonly board: Board; readonly news: News } | null;
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

  constructor(private readonly ports: RehearsalsPorts) {
    ports.elsewhere?.news.hear({
      told: (told) => {
        const before = told.what === 'rehearsal' ? this.running.get(told.teacher) : undefined;
        if (before) void this.end(before);
      },
      missed: () => undefined,
    });
  }

  /**
   * Begins one, and answers its id. Its class comes in by itself. `code`: by which its address has been chosen already, where
   * a proxy stands in front of several servers; null: any.
   */
  async begin(
    lesson: Lesson,
    teacher: string,
    code: string | null = null,
  ): Promise<Result<string, ErrorCode>> {
    const { rooms } = this.ports;
    const onOver = (session: string) => this.over(teacher, session);
    const created = await rooms.create({ lesson, host: teacher, code, rehearsal: { onOver } });
    if (!created.ok) return created;
    const { id } = created.value;
    const room = rooms.get(id);
    if (!room || this.closed) return err('server-stopping');
    const before = this.running.get(teacher);
    this.running.set(teacher, this.peopled(room));
    await this.tell(teacher, room);
    if (before) await this.end(before);
    return ok(id);
  }

  /** The one that a teacher has now, if there is one. */
  async of(teacher: string): Promise<readonly RehearsalCard[]> {
    const room = this.running.get(teacher)?.room;
    const card = room ? await cardOf(room) : ((await this.ports.elsewhere?.board.of(teacher)) ?? null);
    return card ? [card] : [];
  }

  /** The server ends: nobody acts any more. */
  async close(): Promise<void> {
    this.closed = true;
    const ended = [...this.running];
    this.running.clear();
    for (const [, { stop }] of ended) stop();
    await Promise.all(ended.map(([teacher, { room }]) => this.untell(teacher, room.id)));
  }

  /** Other servers list it, and end what this teacher has rehearsed there. */
  private async tell(teacher: string, room: RoomHandle): Promise<void> {
    const { elsewhere, onBug } = this.ports;
    if (!elsewhere) return;
    await this.show(teacher, room);
    await elsewhere.news.tell({ what: 'rehearsal', teacher, session: room.id }).catch(onBug);
  }

  /** What is not shown again is over. */
  private async show(teacher: string, room: RoomHandle): Promise<void> {
    const { clock, elsewhere, onBug } = this.ports;
    const isOver = () => this.running.get(teacher)?.room !== room;
    if (isOver()) return;
    await elsewhere?.board.put(teacher, await cardOf(room)).catch(onBug);
    // It may have ended while it was written.
    if (isOver()) return this.untell(teacher, room.id);
    clock.after(AGAIN, () => void this.show(teacher, room));
  }

  private async untell(teacher: string, session: string): Promise<void> {
    await this.ports.elsewhere?.board.clear(teacher, session).catch(this.ports.onBug);
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
    void this.untell(teacher, session);
  }
}

async function cardOf(room: RoomHandle): Promise<RehearsalCard> {
  const { lesson } = await room.facts();
  return { id: room.id, code: room.code, title: lesson.title };
}
