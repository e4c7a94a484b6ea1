import type { Account } from './budget';
import { Backlog } from './backlog';
import type { Connection } from './lines';
import type { LiveSocket } from './person';
import type { Websocket } from './websockets';

/** Why a connection was cut off: it did not read, or it sent too much. */
export type Fault = 'reader' | 'connection' | 'network';

interface Ports {
  /** The account is opened with what ends it. */
  readonly account: (end: (why: Fault) => void) => Account;
  readonly cut: (connection: Connection) => void;
  /** Told once. */
  readonly told: (guest: Guest, why: Fault) => void;
}

/** A packet of Engine.IO's, as far as it is looked at. */
export interface Packet {
  readonly type: string;
  readonly data?: unknown;
}

/** Socket.IO's own types, inside of a message. What we send by ourselves is events. */
const CONNECT = '0';
const EVENT = '2';

const KIB = 1_024;

/** Bytes that are paid for with the next frame; more are paid for at once, since a frame may never end. */
const ON_CREDIT = 4 * KIB;

/** A connection, from its first byte to its end: what it may send, and what waits for it. */
export class Guest {
  readonly account: Account;
  /** Who it is, once that was said and believed. */
  socket: LiveSocket | null = null;
  readonly #backlog = new Backlog();
  readonly #websockets = new Set<Websocket>();
  #connection: Connection | null = null;
  #greeted = false;
  #unpaid = 0;

  constructor(private readonly ports: Ports) {
    this.account = ports.account((why) => this.#end(why));
  }

  /** It has a connection of Engine.IO's. */
  enter(connection: Connection): void {
    this.#connection = connection;
    connection.on('packet', (packet: Packet) => this.#took(packet));
    connection.on('packetCreate', (packet: Packet) => this.#gives(packet));
    connection.on('flush', () => this.#backlog.flushed());
    connection.once('close', () => this.account.close());
  }

  /** A websocket carries it from now on, or tries to. */
  carry(websocket: Websocket): void {
    this.#websockets.add(websocket);
    websocket.on('close', () => this.#websockets.delete(websocket));
    this.#backlog.carrier = websocket;
    websocket.on('ping', (data) => this.#pinged(websocket, data));
    websocket.on('pong', () => this.spend(1));
  }

  /** So many bytes have arrived, and are not parsed yet. */
  arrived(bytes: number): void {
    this.#unpaid += bytes;
    if (this.#unpaid > ON_CREDIT) this.spend(0);
  }

  /** Pays for what was sent: so many things, and their bytes. False if that was too much. */
  spend(things: number): boolean {
    const bytes = this.#unpaid;
    this.#unpaid = 0;
    return this.account.spend(things + bytes / KIB);
  }

  named(socket: LiveSocket): void {
    this.socket = socket;
    this.account.sender = socket.data.person.role === 'phone' ? 'phone' : 'host';
  }

  /** One connection has one socket: another one would be another person at no cost. */
  #took({ type, data }: Packet): void {
    const connects = type === 'message' && typeof data === 'string' && data.startsWith(CONNECT);
    if (connects && this.#greeted) return this.account.end('connection');
    this.#greeted ||= connects;
    this.spend(1);
  }

  #gives({ data }: Packet): void {
    if (this.account.ended) return;
    const text = typeof data === 'string' ? data : '';
    const { length } = text;
    if (!(text.startsWith(EVENT) ? this.#backlog.frame(length) : this.#backlog.answer(length))) this.#slow();
  }

  #pinged(websocket: Websocket, data: Buffer): void {
    if (!this.spend(1)) return;
    if (this.#backlog.pong(data.length)) websocket.pong(data);
    else this.#slow();
  }

  #slow(): void {
    this.account.close();
    this.#end('reader');
  }

  #end(why: Fault): void {
    this.ports.told(this, why);
    for (const websocket of this.#websockets) {
      // What has arrived already is thrown away unread.
      websocket.removeAllListeners('message');
      websocket.terminate();
    }
    if (this.#connection) this.ports.cut(this.#connection);
    if (this.socket) this.socket.disconnect(true);
    else this.#connection?.close();
  }
}
