import type { EventEmitter } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { Connection } from './lines';
import type { Person } from './person';

/** Connections of one network without a seat: more than a session has seats, which may all come from one address. */
export const MOST_STRANGERS = 4_000;

/** So many of them may take their time, as the students of a few classes do who look for a name, ms. */
const FEW = 500;
const PATIENCE = 600_000;
/** Where there are more, one that has not come in by then makes room, ms: a phone calls again by itself. */
const CROWDED = 60_000;

/** How often that is looked at, ms. */
const LOOK_EVERY = 5_000;

export interface StrangerPorts {
  /** The network that a request comes from. */
  readonly senderOf: (request: IncomingMessage) => string;
  /** Monotonic, ms. */
  readonly now: () => number;
  /** Whose it is; null: that has not been said. */
  readonly personOf: (connection: Connection) => Person | null;
  /** Ends it at once. */
  readonly cut: (connection: Connection) => void;
  /** Of one network. */
  readonly most: number;
}

/** The connections of one network, the oldest first, and since when they are there. */
type Open = Map<Connection, number>;

/**
 * Connections of people whom nobody knows yet: who have not said who they are, or have no seat. With long polling one
 * costs its sender a request. Beyond the most of a network its oldest one is ended, and not its newest: who comes in
 * through the crowd needs a moment, who only wants to fill the room stays. For the same reason their time is short
 * where they are many.
 */
export class Strangers {
  readonly #open = new Map<string, Open>();
  readonly #timer: NodeJS.Timeout;

  constructor(
    engine: EventEmitter,
    private readonly ports: StrangerPorts,
  ) {
    engine.on('connection', (connection: Connection) => this.#enter(connection));
    this.#timer = setInterval(() => this.look(), LOOK_EVERY);
    this.#timer.unref();
  }

  /** Ends those whose time is over. */
  look(): void {
    for (const open of this.#open.values()) {
      for (const connection of open.keys()) if (this.#isKnown(connection)) open.delete(connection);
      const patience = open.size > FEW ? CROWDED : PATIENCE;
      for (const [connection, since] of open) {
        if (this.ports.now() - since < patience) break;
        open.delete(connection);
        this.ports.cut(connection);
      }
    }
  }

  close(): void {
    clearInterval(this.#timer);
  }

  #enter(connection: Connection): void {
    const network = this.ports.senderOf(connection.request);
    const open = this.#open.get(network) ?? new Map<Connection, number>();
    this.#open.set(network, open.set(connection, this.ports.now()));
    if (open.size > this.ports.most) this.#endOldest(open);
    connection.once('close', () => {
      open.delete(connection);
      if (open.size === 0 && this.#open.get(network) === open) this.#open.delete(network);
    });
  }

  /** Who has a seat by now is no stranger any more, and not looked at again. */
  #endOldest(open: Open): void {
    for (const oldest of open.keys()) {
      open.delete(oldest);
      if (!this.#isKnown(oldest)) return this.ports.cut(oldest);
    }
  }

  #isKnown(connection: Connection): boolean {
    const person = this.ports.personOf(connection);
    return person !== null && (person.role !== 'phone' || person.seat !== null);
  }
}
