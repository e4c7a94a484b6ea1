import type { EventEmitter } from 'node:events';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Connection } from './lines';

interface Ports {
  /** Monotonic, ms. */
  readonly now: () => number;
  /** From the moment at which the line was accepted, ms. */
  readonly within: number;
  /** Whether somebody has been let in by what this request opened, or carries. */
  readonly isLetIn: (request: IncomingMessage) => boolean;
  readonly cut: (connection: Connection) => void;
}

/**
 * Who opens a line says who they are in time, and is let in: by then every line that was upgraded carries somebody,
 * and every connection of long polling is somebody's. A line that never makes a request is ended by Node itself.
 */
export class Waits {
  /** When a line was accepted that has not carried a request yet. */
  readonly #accepted = new WeakMap<EventEmitter, number>();
  /** The same of the first request of a line. */
  readonly #first = new WeakMap<IncomingMessage, number>();

  constructor(
    server: Server,
    engine: EventEmitter,
    private readonly ports: Ports,
  ) {
    const accept = (line: Duplex) => void this.#accepted.set(line, ports.now());
    server.on('connection', accept).on('secureConnection', accept);
    server.prependListener('request', (request) => this.#asked(request));
    server.prependListener('upgrade', (request, line) => this.#upgrades(request, line));
    engine.on('connection', (connection: Connection) => this.#enter(connection));
  }

  /** Between two requests a line may rest; behind a proxy it carries those of many people. */
  #asked(request: IncomingMessage): void {
    const at = this.#accepted.get(request.socket);
    if (at === undefined) return;
    this.#first.set(request, at);
    this.#accepted.delete(request.socket);
  }

  #upgrades(request: IncomingMessage, line: Duplex): void {
    this.#after(this.#accepted.get(line), line, () => {
      if (!this.ports.isLetIn(request)) line.destroy();
    });
  }

  #enter(connection: Connection): void {
    const { request, transport } = connection;
    if (transport.name === 'websocket') return;
    this.#after(this.#first.get(request), connection, () => {
      if (!this.ports.isLetIn(request)) this.ports.cut(connection);
    });
  }

  #after(since: number | undefined, open: EventEmitter, look: () => void): void {
    const now = this.ports.now();
    const timer = setTimeout(look, Math.max(1, (since ?? now) + this.ports.within - now));
    timer.unref();
    open.once('close', () => clearTimeout(timer));
  }
}
