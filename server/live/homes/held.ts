import type { RunningSession, SessionKey } from '../../storage/log/port';
import type { RoomHandle } from '../handle';

/** A session of the shared log that is on this server. */
export interface Held {
  readonly id: string;
  /** The last event that this server knows of, with those that are on their way to the log. */
  readonly seq: number;
  /** How many are connected, whoever they are. */
  readonly connections: number;
}

/** The sessions that are on this server, rehearsals too. */
export class HeldRooms<Room extends Pick<RoomHandle, 'id' | 'code'>> {
  readonly #rooms = new Map<string, Room>();
  readonly #codes = new Map<string, Room>();

  get(id: string): Room | null {
    return this.#rooms.get(id) ?? null;
  }

  byCode(code: string): Room | null {
    return this.#codes.get(code) ?? null;
  }

  find(key: SessionKey): RunningSession | null {
    const room = 'code' in key ? this.byCode(key.code) : this.get(key.session);
    return room && { session: room.id, code: room.code };
  }

  all(): Room[] {
    return [...this.#rooms.values()];
  }

  add(room: Room): void {
    this.#rooms.set(room.id, room);
    this.#codes.set(room.code, room);
  }

  /** False if it was not here. */
  remove(room: Room): boolean {
    if (this.#codes.get(room.code) === room) this.#codes.delete(room.code);
    return this.#rooms.get(room.id) === room && this.#rooms.delete(room.id);
  }
}
