import type { EventEmitter } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { Connection } from './lines';
import type { LiveSocket } from './person';

/** Connections of one network without a seat: more than a session has seats, which may all come from one address. */
export const MOST_STRANGERS = 4_000;

export interface StrangerPorts {
  /** The network that a request comes from. */
  readonly senderOf: (request: IncomingMessage) => string;
  readonly cut: (connection: Connection) => void;
  /** Of one network. */
  readonly most: number;
}

/**
 * Connections of people whom nobody knows yet: who have not said who they are, or have no seat. With long polling one
 * costs its sender a request. Beyond the most of a network its oldest one is ended, and not its newest: who comes in
 * through the crowd needs a moment, who only wants to fill the room stays.
 */
export class Strangers {
  readonly #open = new Map<string, Set<Connection>>();
  readonly #sockets = new WeakMap<Connection, LiveSocket>();

  constructor(
    engine: EventEmitter,
    private readonly ports: StrangerPorts,
  ) {
    engine.on('connection', (connection: Connection) => this.#enter(connection));
  }

  /** The connection has said whose it is. */
  named(socket: LiveSocket): void {
    this.#sockets.set(socket.conn, socket);
  }

  #enter(connection: Connection): void {
    const network = this.ports.senderOf(connection.request);
    const open = this.#open.get(network) ?? new Set();
    this.#open.set(network, open.add(connection));
    if (open.size > this.ports.most) this.#endOldest(open);
    connection.once('close', () => {
      open.delete(connection);
      if (open.size === 0 && this.#open.get(network) === open) this.#open.delete(network);
    });
  }

  /** Who has a seat by now is no stranger any more, and not looked at again. */
  #endOldest(open: Set<Connection>): void {
    for (const oldest of open) {
      open.delete(oldest);
      if (!this.#isKnown(oldest)) return this.ports.cut(oldest);
    }
  }

  #isKnown(connection: Connection): boolean {
    const person = this.#sockets.get(connection)?.data.person;
    return person !== undefined && (person.role !== 'phone' || person.seat !== null);
  }
}
