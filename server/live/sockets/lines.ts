import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';

/** The connections that carry the sockets: all have to be gone before a server can end. */
export class Lines {
  readonly #open = new Set<Duplex>();
  #emptied: () => void = () => undefined;

  constructor(server: Server) {
    server.on('upgrade', (_request, line: Duplex) => {
      this.#open.add(line);
      line.once('close', () => {
        this.#open.delete(line);
        if (this.#open.size === 0) this.#emptied();
      });
    });
  }

  /** Resolves once all are closed. Who has not taken leave after `patience` ms, such as a phone asleep, is cut off. */
  async closed(patience: number): Promise<void> {
    if (this.#open.size === 0) return;
    const emptied = new Promise<void>((resolve) => (this.#emptied = resolve));
    const timer = setTimeout(() => {
      for (const line of this.#open) line.destroy();
    }, patience);
    await emptied;
    clearTimeout(timer);
  }
}
