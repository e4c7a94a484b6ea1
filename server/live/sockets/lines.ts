import type { EventEmitter } from 'node:events';
import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { ROOM } from '#shared/room-address';
import type { LiveSocket } from './person';

/** A connection of Engine.IO's: one websocket, or as many requests of long polling as it takes. */
export type Connection = LiveSocket['conn'];

/** What carries the sockets: websockets' lines and connections. All have to be gone before a server can end. */
export class Lines {
  /** How each that is open is ended at once. */
  readonly #open = new Map<EventEmitter, () => void>();
  /** Ids of the connections that began with polling. */
  readonly #ids = new WeakMap<Connection, string>();
  /** Ids of the connections that are open. */
  readonly #here = new Set<string>();
  /** The lines of those that have turned into websockets, by their ids. */
  readonly #upgraded = new Map<string, Duplex>();
  #emptied: () => void = () => undefined;

  constructor(server: Server, engine: EventEmitter) {
    server.on('upgrade', ({ url = '' }, line: Duplex) => {
      this.#keep(line, () => line.destroy());
      const id = idIn(url);
      if (id === null) return;
      this.#upgraded.set(id, line);
      line.once('close', () => this.#upgraded.delete(id));
    });
    engine.on('connection', (connection: Connection) => {
      const { sid } = connection.transport;
      this.#ids.set(connection, sid);
      this.#here.add(sid);
      connection.once('close', () => this.#here.delete(sid));
      this.#keep(connection, () => this.cut(connection));
    });
  }

  /** Whether the connection with this id is open. */
  readonly has = (id: string): boolean => this.#here.has(id);

  /**
   * Ends a connection at once, without a goodbye. The requests of polling share their lines with others behind a proxy,
   * so there it is the connection alone that ends.
   */
  readonly cut = (connection: Connection): void => {
    if (connection.transport.name !== 'websocket') return cutPolling(connection);
    const line = this.#upgraded.get(this.#ids.get(connection) ?? '') ?? connection.request.socket;
    line.destroy();
  };

  /** Resolves once all are closed. Who has not taken leave after `patience` ms, such as a phone asleep, is cut off. */
  async closed(patience: number): Promise<void> {
    if (this.#open.size === 0) return;
    const emptied = new Promise<void>((resolve) => (this.#emptied = resolve));
    const timer = setTimeout(() => {
      for (const end of this.#open.values()) end();
    }, patience);
    await emptied;
    clearTimeout(timer);
  }

  #keep(line: EventEmitter, end: () => void): void {
    this.#open.set(line, end);
    line.once('close', () => {
      this.#open.delete(line);
      if (this.#open.size === 0) this.#emptied();
    });
  }
}

function cutPolling(connection: Connection): void {
  connection.close(true);
  // That does nothing for one which already waits, for half a minute, until its last packet is fetched.
  if (connection.readyState !== 'closed') connection.transport.emit('close');
}

const HERE = 'http://trainoff';

const namedIn = (url: string, name: string): string | null =>
  URL.canParse(url, HERE) ? new URL(url, HERE).searchParams.get(name) : null;

/** The connection that a request belongs to; null: it begins one, or means nothing. */
export const idIn = (url = ''): string | null => namedIn(url, 'sid');

/** The code of the room that a request is about; empty: it names none. */
export const codeIn = (url = ''): string => namedIn(url, ROOM) ?? '';
