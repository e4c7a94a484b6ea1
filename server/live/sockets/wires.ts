import { Wire } from './wire';

/** The wire of each session: from its first connection until its room has gone and nobody is connected any more. */
export class Wires {
  readonly #wires = new Map<string, Wire>();

  /** `isHere`: whether a session is on this server. */
  constructor(private readonly isHere: (session: string) => boolean) {}

  /** Null: nobody has been connected. */
  at(session: string): Wire | null {
    return this.#wires.get(session) ?? null;
  }

  /** The wire for a connection that comes in. */
  of(session: string): Wire {
    const wire = this.at(session) ?? new Wire();
    this.#wires.set(session, wire);
    return wire;
  }

  /**
   * A connection has closed, or the room has gone: if that was the last of both, the wire is forgotten. While connections
   * of a room that has gone still close, its session may be loaded again, and goes on with the same wire.
   */
  release(session: string): void {
    if (this.at(session)?.isEmpty && !this.isHere(session)) this.#wires.delete(session);
  }
}
