import type { ErrorCode } from '#shared/errors';
import type { ServerToClient } from '#shared/protocol';
import type { SeatId } from '#shared/session/events';
import type { Role } from '#shared/session/views';
import type { Channel, ConnectionId, Greeting, SeatFrame } from '../channel';
import type { Connection } from './lines';
import { Beginning, eventPacket, type Packet } from './packet';
import type { LiveSocket } from './person';

/** Sends text that is encoded already; Socket.IO would encode it again for every socket. */
export function send(socket: LiveSocket, event: keyof ServerToClient, payload: string): void {
  write(socket, eventPacket(event, payload));
}

const write = (socket: LiveSocket, { text, options }: Packet): void => void socket.conn.write(text, options);

/** Ends a connection at once: a goodbye would wait behind what its reader does not take, and keep it in memory. */
export function hangUp(socket: LiveSocket): void {
  socket.data.cut();
  socket.disconnect(true);
}

/** By when a goodbye has been read, ms: over long polling it waits until it is fetched. */
const GOODBYE = 2_000;

/** Tells why, then ends the connection. */
export function sendAway(socket: LiveSocket, code: ErrorCode): void {
  socket.emit('bye', { code });
  socket.disconnect(true);
  setTimeout(() => socket.data.cut(), GOODBYE).unref();
}

/** Ends a connection when what was said last has been read, or could have been. */
export function leave(connection: Connection, cut: (connection: Connection) => void): void {
  connection.close();
  setTimeout(() => cut(connection), GOODBYE).unref();
}

/** The sockets of one session. Each enters with its first frame, which is whole; from then on it gets changes. */
export class Wire implements Channel {
  /** Seats of the session, as of the last greeting: whoever gets a seat is greeted. */
  students = 0;
  /** The host by which the desk has come in last. */
  deskHost: string | undefined;
  private readonly connections = new Map<ConnectionId, LiveSocket>();
  private readonly rooms: Readonly<Record<Role, Set<LiveSocket>>> = {
    phone: new Set(),
    screen: new Set(),
    desk: new Set(),
  };
  private readonly seats = new Map<SeatId, Set<LiveSocket>>();
  private latest: Beginning | null = null;

  /** Takes a new connection on, and has it greeted. */
  open(socket: LiveSocket): void {
    this.connections.set(socket.id, socket);
    const { person } = socket.data;
    person.room.connected(1);
    if (person.role !== 'phone') person.room.lookOn(1);
    if (person.role !== 'phone' || person.seat === null || !this.sit(socket, person.seat))
      this.askToGreet(socket);
  }

  /** A connection is gone. */
  close(socket: LiveSocket): void {
    const { person } = socket.data;
    const wasOpen = this.connections.delete(socket.id);
    if (wasOpen && person.role !== 'phone') person.room.lookOn(-1);
    this.standUp(socket);
    for (const room of Object.values(this.rooms)) room.delete(socket);
    if (wasOpen) person.room.connected(-1);
  }

  /** Nobody is connected. */
  get isEmpty(): boolean {
    return this.connections.size === 0;
  }

  /** Sits a phone down on a seat and has it greeted there; false if it cannot, or is there already. */
  sit(socket: LiveSocket, seat: SeatId): boolean {
    if (!this.takeSeat(socket, seat)) return false;
    this.askToGreet(socket);
    return true;
  }

  greet(connection: ConnectionId, greeting: Greeting): void {
    const socket = this.connections.get(connection);
    if (!socket) return;
    if (greeting.refusal !== null) return sendAway(socket, greeting.refusal);
    const { seat, frame, pulse, roster, students } = greeting;
    this.students = students;
    if (seat !== null) this.takeSeat(socket, seat);
    send(socket, 'frame', frame);
    this.enter(socket, seat);
    if (pulse !== null) send(socket, 'pulse', pulse);
    if (roster !== null) send(socket, 'roster', roster);
  }

  toRoom(role: Role, frame: string): void {
    const sockets = this.rooms[role];
    if (sockets.size === 0) return;
    const packet = eventPacket('frame', frame);
    for (const socket of sockets) write(socket, packet);
  }

  toSeat(seat: SeatId, { beginning, end }: SeatFrame, except: ConnectionId | null): void {
    let packet: Packet | null = null;
    for (const socket of this.seats.get(seat) ?? [])
      if (socket.id !== except) write(socket, (packet ??= this.begun(beginning).ending(end())));
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

  dismissAll(code: ErrorCode): void {
    for (const socket of [...this.connections.values()]) sendAway(socket, code);
  }

  /** The beginning of many seats' frames, encoded once as long as it stays the same. */
  private begun(beginning: string): Beginning {
    if (this.latest?.payload !== beginning) this.latest = new Beginning('frame', beginning);
    return this.latest;
  }

  private askToGreet({ id, data: { person } }: LiveSocket): void {
    const { role, room } = person;
    room.greet(id, role === 'phone' ? { role, token: person.token, had: person.seat } : { role });
  }

  /** From now on the socket counts as its seat's presence. False if it does already, or is gone. */
  private takeSeat(socket: LiveSocket, seat: SeatId): boolean {
    const { data, connected } = socket;
    const { person } = data;
    if (person.role !== 'phone' || !connected || (data.seated && person.seat === seat)) return false;
    this.standUp(socket);
    person.seat = seat;
    data.seated = true;
    person.room.arrive(seat);
    return true;
  }

  private standUp(socket: LiveSocket): void {
    const { data } = socket;
    const { person } = data;
    if (person.role !== 'phone' || person.seat === null || !data.seated) return;
    data.seated = false;
    this.rooms.phone.delete(socket);
    const sockets = this.seats.get(person.seat);
    sockets?.delete(socket);
    if (sockets?.size === 0) this.seats.delete(person.seat);
    person.room.leave(person.seat);
  }

  /** A phone without a seat is shown nothing more: it asks for a name. */
  private enter(socket: LiveSocket, seat: SeatId | null): void {
    const { role } = socket.data.person;
    if (role === 'phone' && seat === null) return;
    this.rooms[role].add(socket);
    if (seat !== null) this.seats.set(seat, (this.seats.get(seat) ?? new Set()).add(socket));
  }
}
