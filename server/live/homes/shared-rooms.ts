import type { ErrorCode } from '#shared/errors';
import type { RunningSession, SessionKey } from '../../storage/log/port';
import type { Clock } from '../clock';
import type { RoomHandle } from '../handle';
import { Arriving, type ArrivingPorts } from './arriving';
import type { Held, HeldRooms } from './held';
import { Leaving } from './leaving';
import { Quiet } from './quiet';

/** What has to be known of a room to say whether it stays. */
export interface SharedRoom extends Pick<RoomHandle, 'id' | 'code'> {
  readonly seq: number;
  readonly connections: number;
  readonly isOver: boolean;
  readonly isRehearsal: boolean;
  readonly letGo: () => Promise<void>;
}

export interface SharedRoomsPorts<Room extends SharedRoom> extends Omit<ArrivingPorts<Room>, 'here'> {
  readonly clock: Pick<Clock, 'after' | 'soon'>;
  readonly held: HeldRooms<Room>;
  /** It is here no longer: nobody finds it any more. */
  readonly remove: (room: Room) => void;
  /** Sends everybody away who is connected to a session. */
  readonly dismissAll: (session: string, code: ErrorCode) => void;
  /** Somebody has come to where nobody was, or the last one has gone. */
  readonly onSeen: (session: string) => void;
}

/**
 * The sessions of a log that several servers share: each is on a server only while somebody comes for it there
 * (docs/decisions/0065). Rehearsals are among those that are held, and not of the log: they stay.
 */
export class SharedRooms<Room extends SharedRoom> {
  readonly #quiet: Quiet;
  readonly #arriving: Arriving<Room>;
  readonly #leaving: Leaving;

  constructor(private readonly ports: SharedRoomsPorts<Room>) {
    const { clock, held, log, isAside, onAway } = ports;
    this.#quiet = new Quiet(clock, (session) => void this.letGo(session));
    this.#leaving = new Leaving(clock);
    this.#arriving = new Arriving({
      ...{ log, isAside, onAway },
      here: (session) => held.get(session),
      load: (found) => this.#load(found),
    });
  }

  /** The running session with this code, or the one here that has ended; null: there is none. Rejects with LogAway. */
  async at(code: string): Promise<Room | null> {
    const here = this.ports.held.byCode(code);
    if (here && !here.isOver) return this.come(here);
    // Another session may run under the code of one that has ended.
    return this.come((await this.#arriving.come({ code })) ?? here);
  }

  /** The same by the session's id. */
  async of(id: string): Promise<Room | null> {
    return this.come(this.ports.held.get(id) ?? (await this.#arriving.come({ session: id })));
  }

  /** The one that runs, wherever that is: it is not loaded for it. Rejects with LogAway. */
  find(key: SessionKey): Promise<RunningSession | null> {
    return this.#arriving.find(key);
  }

  /** Somebody has come for it, so it is not let go of before they are connected. */
  come<Come extends Room | null>(room: Come): Come {
    if (room && !room.isRehearsal) this.#count(room);
    return room;
  }

  /** One that was let go of may still lose connections while its session is here again: those that are here count. */
  peopled(session: string): void {
    const room = this.come(this.ports.held.get(session));
    if (room && !room.isRehearsal) this.ports.onSeen(session);
  }

  held(): readonly Held[] {
    const shared = this.ports.held.all().filter(({ isRehearsal }) => !isRehearsal);
    return shared.map(({ id, seq, connections }) => ({ id, seq, connections }));
  }

  /** Settles what is under way, and sends everybody on who is connected: somebody may have come in that very moment. */
  letGo(id: string): Promise<void> {
    const room = this.ports.held.get(id);
    if (!room || room.isRehearsal) return this.#leaving.left(id);
    this.ports.remove(room);
    return this.#leaving.leave(room, () => this.ports.dismissAll(id, 'server-moved'));
  }

  /** It is not here any more. */
  gone(session: string): void {
    this.#quiet.end(session);
  }

  /** Lets go of none any more; resolves once none is on its way here or away. */
  async close(): Promise<void> {
    this.#quiet.stop();
    await this.#arriving.idle();
    await this.#leaving.idle();
  }

  /** Without any connection it stays for a while from now on. */
  #count({ id, connections }: Room): void {
    if (connections > 0) this.#quiet.end(id);
    else this.#quiet.begin(id);
  }

  /** Loads a session that somebody has come for, once it has been let go of. */
  async #load(found: RunningSession): Promise<Room | null> {
    await this.#leaving.left(found.session);
    return this.ports.load(found);
  }
}
