import { trainHere } from '../support/engine';
import type { SeatId } from '#shared/session/events';
import type { Role } from '#shared/session/views';
import type { Clock } from '../../server/live/clock';
import type { Channel } from '../../server/live/channel';
import { Room } from '../../server/live/room/room';
import type { Chance } from './chance';
import type { Link } from './link';
import { Reception, type Answer } from './reception';
import { SESSION, type World } from './world';

/** Who opens a connection, as the handshake says it. */
export interface Hello {
  readonly role: Role;
  readonly token: string;
}

/** How much too early a timer may fire, ms: the platform's own clock and its timers are not the same. */
const EARLY = 0.9;

/** The computer that runs the server: the real room on a simulated clock, disk and network; it may crash. */
export class Machine {
  room: Room | null = null;
  reception: Reception | null = null;
  crashes = 0;
  #life = 0;
  #cancel: (() => void) | null = null;
  readonly #chance: Chance;

  constructor(private readonly world: World) {
    this.#chance = world.chance('machine');
  }

  async start(): Promise<void> {
    const life = ++this.#life;
    const alive = () => this.#life === life;
    const reception = new Reception(this.world, () => this.room);
    try {
      const room = await Room.load(SESSION, {
        log: this.world.disk.openedBy(alive),
        clock: this.#clock(alive),
        channel: this.#watched(reception),
        address: () => 'http://192.168.1.20:3000',
        train: trainHere,
        onEnded: () => undefined,
        onTakenUp: () => undefined,
      });
      if (!alive()) return;
      await room.resume();
      if (!alive()) return;
      this.room = room;
      this.reception = reception;
    } catch {
      if (alive()) this.#startIn(500);
    }
  }

  /** The plug is pulled, and after a while somebody puts it in again. */
  async crash(): Promise<void> {
    this.#life += 1;
    this.crashes += 1;
    this.room = null;
    const reception = this.reception;
    this.reception = null;
    await this.world.disk.crash();
    reception?.collapse();
    this.#startIn(this.#chance.between(50, 5_000));
  }

  /** There is one who starts the server, and they start it once. */
  #startIn(ms: number): void {
    this.#cancel?.();
    this.#cancel = this.world.timeline.after(ms, () => void this.start());
  }

  connect(link: Link, hello: Hello, answer: Answer): void {
    if (this.reception) this.reception.admit(link, hello, answer);
    else answer('server-failed');
  }

  /** The clock of one life: a dead process has no timers. */
  #clock(alive: () => boolean): Clock {
    const { timeline } = this.world;
    return {
      now: () => timeline.now,
      after: (ms, then) =>
        timeline.after(ms - this.#chance.between(0, EARLY), () => {
          if (alive()) then();
        }),
    };
  }

  /** What leaves the room must be durable. */
  #watched(reception: Reception): Channel {
    const check = (what: string, text: string) => {
      const { seq } = JSON.parse(text) as { seq?: number };
      if (seq !== undefined && seq > this.world.disk.seq)
        this.world.found(`a ${what} left before its commit`);
      return text;
    };
    return {
      greet: (connection, greeting) => {
        if (greeting.refusal === null) check('greeting', greeting.frame);
        reception.greet(connection, greeting);
      },
      toRoom: (role, frame) => reception.toRoom(role, check('frame', frame)),
      toSeat: (seat: SeatId, { beginning, end }, except) =>
        reception.toSeat(seat, { beginning: '', end: () => check('frame', beginning + end()) }, except),
      pulse: (pulse) => reception.pulse(check('pulse', pulse)),
      roster: (roster) => reception.roster(roster),
      dismiss: (seat, code) => reception.dismiss(seat, code),
      dismissAll: (code) => reception.dismissAll(code),
    };
  }
}
