import type { ErrorCode } from '#shared/errors';
import type { Ack, DeskRequest, PhoneRequest } from '#shared/protocol';
import type { SeatId } from '#shared/session/events';
import type { Role } from '#shared/session/views';
import type { Intent } from '../../server/live/intent';
import type { Carrier } from '../../server/live/carriers';
import type { Outbox } from '../../server/live/outbox';
import { refusalOf } from '../../server/live/sockets/refusal';
import type { Room } from '../../server/live/room';
import type { Down, Link } from './link';
import type { Hello } from './machine';
import { deskIntent, phoneIntent } from './intents';
import type { World } from './world';

interface Guest {
  readonly link: Link;
  readonly role: Role;
  readonly token: string;
  seat: SeatId | null;
  /** It has got its first frame. */
  greeted: boolean;
}

/** Told whether one is in: with null, or why not. */
export type Answer = (refusal: ErrorCode | null) => void;

/** What stands between sockets and a room: the same steps as the server's own, over simulated links. */
export class Reception implements Outbox {
  readonly #guests = new Set<Guest>();
  readonly #knocking = new Set<Answer>();

  constructor(
    private readonly world: World,
    private readonly roomNow: () => Room | null,
  ) {}

  /** Judges who comes in at a moment when the state is durable, and answers with the refusal or null. */
  admit(link: Link, hello: Hello, answer: Answer): void {
    const room = this.roomNow();
    if (!room) return answer('server-failed');
    this.#knocking.add(answer);
    void room.look(() => {
      if (this.#knocking.delete(answer) && link.open) answer(this.#judge(room, link, hello));
    });
  }

  #judge(room: Room, link: Link, { role, token }: Hello): ErrorCode | null {
    const seat = role === 'phone' ? (room.state.tokens.get(token) ?? null) : null;
    const refusal = role === 'phone' ? refusalOf(room.state, token, seat) : null;
    if (refusal) return refusal;
    const guest: Guest = { link, role, token, seat: null, greeted: false };
    this.#guests.add(guest);
    link.server = {
      receive: (message) => {
        if (message.event === 'command') void this.#command(room, guest, message.packet);
        else if (guest.seat !== null) room.tune(guest.seat, message.step, message.draft);
      },
      lost: () => this.#leave(room, guest),
    };
    if (seat !== null) this.#sit(room, guest, seat);
    else this.#greet(room, guest);
    return null;
  }

  /** Whether somebody is connected who holds the seat. */
  here(seat: SeatId): boolean {
    return [...this.#guests].some((guest) => guest.seat === seat);
  }

  /** The process has died: nobody gets anything any more. */
  collapse(): void {
    for (const answer of this.#knocking) answer('server-failed');
    this.#knocking.clear();
    for (const { link } of [...this.#guests]) link.end();
  }

  toRoom(role: Role, text: string): void {
    for (const guest of this.#guests)
      if (guest.greeted && guest.role === role) this.#send(guest, 'frame', text);
  }

  toSeat(seat: SeatId, text: () => string, except: Carrier | null): void {
    for (const guest of this.#guests)
      if (guest.greeted && guest.seat === seat && guest !== except) this.#send(guest, 'frame', text());
  }

  pulse(text: string): void {
    for (const guest of this.#guests) if (guest.role !== 'phone') this.#send(guest, 'pulse', text);
  }

  roster(text: string): void {
    for (const guest of this.#guests) if (guest.role === 'desk') this.#send(guest, 'roster', text);
  }

  dismiss(seat: SeatId, code: ErrorCode): void {
    for (const guest of [...this.#guests])
      if (guest.greeted && guest.seat === seat) this.#sendAway(guest, code);
  }

  #sendAway({ link }: Guest, code: ErrorCode): void {
    link.down({ event: 'bye', code });
    link.end();
  }

  #send({ link }: Guest, event: Extract<Down, { text: string }>['event'], text: string): void {
    link.down({ event, text });
  }

  async #command(room: Room, guest: Guest, { id, request }: { id: string; request: unknown }): Promise<void> {
    const intent =
      guest.role === 'desk'
        ? deskIntent(id, request as DeskRequest)
        : phoneIntent(id, request as PhoneRequest, guest);
    const ack: Ack = intent ? await this.#execute(room, intent, guest) : { ok: false, code: 'seat-unknown' };
    const seat = room.state.tokens.get(guest.token);
    const sits = ack.ok && guest.role === 'phone' && (request as PhoneRequest).type !== 'submit';
    if (sits && seat !== undefined && this.#guests.has(guest)) this.#sit(room, guest, seat);
    guest.link.down({ event: 'ack', id, ack });
  }

  async #execute(room: Room, intent: Intent, guest: Guest): Promise<Ack> {
    const ack = await room.execute(intent, guest);
    const { type } = intent.actor.command;
    const leavesTrace = ['submit', 'go', 'open', 'close', 'reveal', 'end'].includes(type);
    if (ack.ok && leavesTrace && !this.world.disk.holds(intent.id))
      this.world.found(`${type} was acked before its commit`);
    if (ack.ok && ack.seq > this.world.disk.seq) this.world.found('an ack names a seq that is not durable');
    return ack;
  }

  #sit(room: Room, guest: Guest, seat: SeatId): void {
    if (guest.seat !== seat) {
      if (guest.seat !== null) room.leave(guest.seat);
      guest.seat = seat;
      guest.greeted = false;
      room.arrive(seat);
    }
    this.#greet(room, guest);
  }

  #greet(room: Room, guest: Guest): void {
    const { seat } = guest;
    room.welcome(guest.role, seat, (text) => {
      if (guest.seat !== seat) return;
      const refusal = guest.role === 'phone' ? refusalOf(room.state, guest.token, seat) : null;
      if (refusal) return this.#sendAway(guest, refusal);
      const now = guest.role === 'phone' ? (room.state.tokens.get(guest.token) ?? null) : null;
      if (now !== null && now !== seat) return this.#sit(room, guest, now);
      this.#send(guest, 'frame', text);
      guest.greeted = guest.role !== 'phone' || seat !== null;
      if (guest.role === 'phone') return;
      const { pulse, roster } = room.pulses.now();
      this.#send(guest, 'pulse', pulse);
      if (guest.role === 'desk') this.#send(guest, 'roster', roster);
    });
  }

  #leave(room: Room, guest: Guest): void {
    if (!this.#guests.delete(guest) || guest.seat === null) return;
    room.leave(guest.seat);
  }
}
