import type { ErrorCode } from '#shared/errors';
import type { ServerToClient } from '#shared/protocol';
import type { SeatId } from '#shared/session/events';
import type { Role } from '#shared/session/views';
import type { Outbox } from '../outbox';
import type { LiveSocket } from './person';

/** Frames that may wait for one slow reader before it is cut off; it comes back and gets the state of that moment. */
const QUEUE_LIMIT = 64;

const waiting = new WeakMap<LiveSocket, number>();

/** Sends text that is encoded already; Socket.IO would encode it again for every socket. */
export function send(socket: LiveSocket, event: keyof ServerToClient, text: string): void {
  const queued = waiting.get(socket) ?? 0;
  if (queued >= QUEUE_LIMIT) {
    socket.disconnect(true);
    return;
  }
  waiting.set(socket, queued + 1);
  socket.conn.write(`2["${event}",${text}]`, {}, () => waiting.set(socket, (waiting.get(socket) ?? 1) - 1));
}

/** Tells why, then ends the connection. */
export function sendAway(socket: LiveSocket, code: ErrorCode): void {
  socket.emit('bye', { code });
  socket.disconnect(true);
}

/** The sockets of one session. */
export class Wire implements Outbox {
  private readonly rooms: Readonly<Record<Role, Set<LiveSocket>>> = {
    phone: new Set(),
    screen: new Set(),
    desk: new Set(),
  };
  private readonly seats = new Map<SeatId, Set<LiveSocket>>();

  enter(socket: LiveSocket, role: Role): void {
    this.rooms[role].add(socket);
  }

  sit(socket: LiveSocket, seat: SeatId): void {
    const sockets = this.seats.get(seat) ?? new Set();
    this.seats.set(seat, sockets.add(socket));
    this.rooms.phone.add(socket);
  }

  leave(socket: LiveSocket, seat: SeatId | null): void {
    for (const room of Object.values(this.rooms)) room.delete(socket);
    if (seat === null) return;
    const sockets = this.seats.get(seat);
    sockets?.delete(socket);
    if (sockets?.size === 0) this.seats.delete(seat);
  }

  toRoom(role: Role, frame: string): void {
    for (const socket of this.rooms[role]) send(socket, 'frame', frame);
  }

  toSeat(seat: SeatId, frame: string): void {
    for (const socket of this.seats.get(seat) ?? []) send(socket, 'frame', frame);
  }

  pulse(pulse: string): void {
    for (const socket of this.rooms.screen) send(socket, 'pulse', pulse);
    for (const socket of this.rooms.desk) send(socket, 'pulse', pulse);
  }

  roster(roster: string): void {
    for (const socket of this.rooms.desk) send(socket, 'roster', roster);
  }

  dismiss(seat: SeatId, code: ErrorCode): void {
    for (const socket of [...(this.seats.get(seat) ?? [])]) sendAway(socket, code);
  }
}
