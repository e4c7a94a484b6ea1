import type { ErrorCode } from '#shared/errors';
import type { ServerToClient } from '#shared/protocol';
import type { SeatId } from '#shared/session/events';
import type { Role } from '#shared/session/views';
import type { Carrier } from '../carriers';
import type { Outbox } from '../outbox';
import { eventPacket, type Packet } from './packet';
import type { LiveSocket } from './person';

/** Frames that may wait for one slow reader before it is cut off; it comes back and gets the state of that moment. */
const QUEUE_LIMIT = 64;

const waiting = new WeakMap<LiveSocket, number>();

/** Sends text that is encoded already; Socket.IO would encode it again for every socket. */
export function send(socket: LiveSocket, event: keyof ServerToClient, payload: string): void {
  write(socket, eventPacket(event, payload));
}

function write(socket: LiveSocket, { text, options }: Packet): void {
  const queued = waiting.get(socket) ?? 0;
  if (queued >= QUEUE_LIMIT) {
    socket.data.slow = true;
    return hangUp(socket);
  }
  waiting.set(socket, queued + 1);
  socket.conn.write(text, options, () => waiting.set(socket, (waiting.get(socket) ?? 1) - 1));
}

/** Ends a connection at once: a goodbye would wait behind what its reader does not take, and keep it in memory. */
export function hangUp(socket: LiveSocket): void {
  socket.disconnect(true);
  socket.conn.request.socket.destroy();
}

/** Tells why, then ends the connection. */
export function sendAway(socket: LiveSocket, code: ErrorCode): void {
  socket.emit('bye', { code });
  socket.disconnect(true);
}

/** The sockets of one session. Each enters with its first frame, which is whole; from then on it gets changes. */
export class Wire implements Outbox {
  private readonly rooms: Readonly<Record<Role, Set<LiveSocket>>> = {
    phone: new Set(),
    screen: new Set(),
    desk: new Set(),
  };
  private readonly seats = new Map<SeatId, Set<LiveSocket>>();

  enter(socket: LiveSocket, role: Role, seat: SeatId | null): void {
    this.rooms[role].add(socket);
    if (seat === null) return;
    const sockets = this.seats.get(seat) ?? new Set();
    this.seats.set(seat, sockets.add(socket));
  }

  leave(socket: LiveSocket, seat: SeatId | null): void {
    for (const room of Object.values(this.rooms)) room.delete(socket);
    if (seat === null) return;
    const sockets = this.seats.get(seat);
    sockets?.delete(socket);
    if (sockets?.size === 0) this.seats.delete(seat);
  }

  toRoom(role: Role, frame: string): void {
    const sockets = this.rooms[role];
    if (sockets.size === 0) return;
    const packet = eventPacket('frame', frame);
    for (const socket of sockets) write(socket, packet);
  }

  toSeat(seat: SeatId, frame: () => string, except: Carrier | null): void {
    let packet: Packet | null = null;
    for (const socket of this.seats.get(seat) ?? [])
      if (socket !== except) write(socket, (packet ??= eventPacket('frame', frame())));
  }

  pulse(pulse: string): void {
    const packet = eventPacket('pulse', pulse);
    for (const socket of this.rooms.screen) write(socket, packet);
    for (const socket of this.rooms.desk) write(socket, packet);
  }

  roster(roster: string): void {
    const packet = eventPacket('roster', roster);
    for (const socket of this.rooms.desk) write(socket, packet);
  }

  dismiss(seat: SeatId, code: ErrorCode): void {
    for (const socket of [...(this.seats.get(seat) ?? [])]) sendAway(socket, code);
  }
}
