import type { Sessions } from '../storage/prisma/sessions';
import type { Clock } from './clock';
import type { RoomHandle } from './handle';
import type { Rooms } from './rooms';

/** A session in which nobody is, and nothing happens, ends by itself after so long, ms. */
export const ALONE = 12 * 3_600_000;

/** How often it is looked who is there, ms. */
export const LOOK = 10 * 60_000;

export interface EmptyRoomsPorts {
  readonly rooms: Pick<Rooms, 'running'>;
  readonly sessions: Pick<Sessions, 'get' | 'active'>;
  readonly clock: Clock;
  /** The wall clock: hours count in which no server runs. */
  readonly today: () => Date;
  /** Looks after the sessions that are not here, where others share the log; `ends`: those that everybody has left may end. */
  readonly elsewhere?: ((now: Date, ends: boolean) => Promise<void>) | undefined;
  readonly onBug: (error: unknown) => void;
}

/** What was seen of a room at the last look. */
interface Seen {
  readonly moves: number;
  /** When somebody was there, or something happened: not earlier than it was. */
  readonly active: Date;
}

/**
 * Ends the sessions that everybody has left. When somebody was last there stands in the list of sessions, so a restart
 * does not begin the hours anew; after a start, and after the computer has slept, whoever comes back has until the
 * next look.
 */
export class EmptyRooms {
  readonly #seen = new Map<string, Seen>();
  #looked: Date;
  #looking: Promise<void>;
  #cancel: () => void = () => undefined;
  #closed = false;

  constructor(private readonly ports: EmptyRoomsPorts) {
    this.#looked = ports.today();
    this.#looking = this.#look(false).catch(ports.onBug);
    this.#later();
  }

  /** Resolves once the look that was begun last is over. */
  looked(): Promise<void> {
    return this.#looking;
  }

  /** Looks no more; resolves once the last look is over. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#cancel();
    await this.#looking;
  }

  #later(): void {
    const { clock, today, onBug } = this.ports;
    this.#cancel = clock.after(LOOK, () => {
      const slept = today().getTime() - this.#looked.getTime() > 2 * LOOK;
      this.#looking = this.#look(!slept)
        .catch(onBug)
        .then(() => {
          if (!this.#closed) this.#later();
        });
    });
  }

  async #look(ends: boolean): Promise<void> {
    const now = this.ports.today();
    const rooms = await this.ports.rooms.running();
    for (const id of this.#seen.keys()) if (!rooms.some((room) => room.id === id)) this.#seen.delete(id);
    for (const room of rooms) await this.#visit(room, now, ends);
    await this.ports.elsewhere?.(now, ends);
    // Not while the disk could not be read: to whoever waits for that it is as if no server ran.
    this.#looked = now;
  }

  async #visit(room: RoomHandle, now: Date, ends: boolean): Promise<void> {
    const { sessions } = this.ports;
    const { anybody, moves } = await room.presence();
    const seen = this.#seen.get(room.id);
    const before = latest(seen?.active, (await sessions.get(room.id))?.activeAt);
    const quiet = !anybody && before !== null && moves === (seen?.moves ?? moves);
    const active = quiet ? before : now;
    this.#seen.set(room.id, { moves, active });
    if (!quiet) await sessions.active(room.id, now);
    else if (ends && now.getTime() - active.getTime() >= ALONE) await this.#end(room, now);
  }

  /** If that is refused, the next look tries again. */
  async #end(room: RoomHandle, now: Date): Promise<void> {
    await endEmpty(room, now);
    this.#seen.delete(room.id);
  }
}

/** The list may know of somebody who came and went since the last look. */
const latest = (seen: Date | undefined, listed: Date | null | undefined): Date | null =>
  seen && (!listed || listed < seen) ? seen : (listed ?? null);

/** Ends a session in which nobody is. If that is refused, since something is still trained or the disk is full, it goes on. */
export async function endEmpty(room: RoomHandle, now: Date): Promise<void> {
  const command = { type: 'end-empty' } as const;
  await room.execute({ id: `end-empty/${now.getTime()}`, actor: { role: 'server', command }, claim: null });
}
