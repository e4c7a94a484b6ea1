import type { ErrorCode } from '#shared/errors';
import type { Ack, DeskRequest, PhoneRequest } from '#shared/protocol';
import { ok } from '#shared/result';
import type { SeatId } from '#shared/session/events';
import type { Role } from '#shared/session/views';
import type { Channel, ConnectionId, Greeting, SeatFrame } from '../../server/live/channel';
import type { RoomHandle } from '../../server/live/handle';
import type { SentCommand } from '../../server/live/sent-command';
import type { Down, Link } from './link';
import type { Hello } from './machine';
import { deskCommand, phoneCommand } from './commands';
import type { World } from './world';

interface Guest {
  readonly id: ConnectionId;
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
export class Reception implements Channel {
  readonly #guests = new Set<Guest>();
  readonly #knocking = new Set<Answer>();

  constructor(
    private readonly world: World,
    private readonly roomNow: () => RoomHandle | null,
  ) {}

  /** Judges who comes in at a moment when the state is durable, and answers with the refusal or null. */
  admit(link: Link, { role, token }: Hello, answer: Answer): void {
    const room = this.roomNow();
    if (!room) return answer('server-failed');
    this.#knocking.add(answer);
    void (role === 'phone' ? room.admit(token) : Promise.resolve(ok(null))).then((seat) => {
      if (!this.#knocking.delete(answer) || !link.open) return;
      if (seat.ok) this.#letIn(room, link, { role, token }, seat.value);
      answer(seat.ok ? null : seat.error);
    });
  }

  #letIn(room: RoomHandle, link: Link, { role, token }: Hello, seat: SeatId | null): void {
    const id = this.world.freshId('connection');
    const guest: Guest = { id, link, role, token, seat: null, greeted: false };
    this.#guests.add(guest);
    link.server = {
      receive: (message) => {
        if (message.event === 'command') void this.#command(room, guest, message.packet);
        else if (guest.seat !== null) room.tune(guest.seat, message.step, message.draft);
      },
      lost: () => this.#leave(room, guest),
    };
    if (seat !== null) this.#sit(room, guest, seat);
    this.#askToGreet(room, guest);
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

  toSeat(seat: SeatId, { beginning, end }: SeatFrame, except: ConnectionId | null): void {
    for (const guest of this.#guests)
      if (guest.greeted && guest.seat === seat && guest.id !== except)
        this.#send(guest, 'frame', beginning + end());
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

  dismissAll(code: ErrorCode): void {
    for (const guest of [...this.#guests]) this.#sendAway(guest, code);
  }

  #sendAway({ link }: Guest, code: ErrorCode): void {
    link.down({ event: 'bye', code });
    link.end();
  }

  #send({ link }: Guest, event: Extract<Down, { text: string }>['event'], text: string): void {
    link.down({ event, text });
  }

  async #command(
    room: RoomHandle,
    guest: Guest,
    { id, request }: { id: string; request: unknown },
  ): Promise<void> {
    const command =
      guest.role === 'desk'
        ? deskCommand(id, request as DeskRequest)
        : phoneCommand(id, request as PhoneRequest, guest);
    const ack: Ack = command
      ? await this.#execute(room, command, guest)
      : { ok: false, code: 'seat-unknown' };
    guest.link.down({ event: 'ack', id, ack });
  }

  async #execute(room: RoomHandle, command: SentCommand, guest: Guest): Promise<Ack> {
    const ack =
      command.actor.role === 'newcomer'
        ? await this.#comeIn(room, command, guest)
        : await room.execute(command, guest.id);
    const { type } = command.actor.command;
    const leavesTrace = ['submit', 'go', 'open', 'close', 'reveal', 'end'].includes(type);
    if (ack.ok && leavesTrace && !this.world.disk.holds(command.id))
      this.world.found(`${type} was acked before its commit`);
    if (ack.ok && ack.seq > this.world.disk.seq) this.world.found('an ack names a seq that is not durable');
    return ack;
  }

  async #comeIn(room: RoomHandle, command: SentCommand, guest: Guest): Promise<Ack> {
    const { ack, seat } = await room.comeIn(command, guest.token);
    if (seat !== null && seat !== guest.seat && this.#guests.has(guest)) {
      this.#sit(room, guest, seat);
      this.#askToGreet(room, guest);
    }
    return ack;
  }

  #sit(room: RoomHandle, guest: Guest, seat: SeatId): void {
    if (guest.seat === seat) return;
    if (guest.seat !== null) room.leave(guest.seat);
    guest.seat = seat;
    guest.greeted = false;
    room.arrive(seat);
  }

  #askToGreet(room: RoomHandle, { id, role, token, seat: had }: Guest): void {
    room.greet(id, role === 'phone' ? { role, token, had } : { role });
  }

  greet(connection: ConnectionId, greeting: Greeting): void {
    const guest = [...this.#guests].find(({ id }) => id === connection);
    const room = this.roomNow();
    if (!guest || !room) return;
    if (greeting.refusal !== null) return this.#sendAway(guest, greeting.refusal);
    const { seat, frame, pulse, roster } = greeting;
    if (seat !== null) this.#sit(room, guest, seat);
    this.#send(guest, 'frame', frame);
    guest.greeted = guest.role !== 'phone' || seat !== null;
    if (pulse !== null) this.#send(guest, 'pulse', pulse);
    if (roster !== null) this.#send(guest, 'roster', roster);
  }

  #leave(room: RoomHandle, guest: Guest): void {
    if (!this.#guests.delete(guest) || guest.seat === null) return;
    room.leave(guest.seat);
  }
}
