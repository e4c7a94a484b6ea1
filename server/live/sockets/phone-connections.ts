import type { Hash } from '#shared/session/events';
import type { LiveSocket } from './person';
import { sendAway } from './wire';

/** Connections of one phone at a time: a tab or two, and those that broke and are not missed yet. */
const MOST = 5;

/** The connections that each phone has open. */
export class PhoneConnections {
  readonly #open = new Map<Hash, LiveSocket[]>();

  /** One more; beyond the most, the oldest is told and closed. */
  enter(token: Hash, socket: LiveSocket): void {
    const open = [...(this.#open.get(token) ?? []), socket];
    this.#open.set(token, open);
    for (const oldest of open.slice(0, -MOST)) sendAway(oldest, 'too-many-tabs');
  }

  leave(token: Hash, socket: LiveSocket): void {
    const left = (this.#open.get(token) ?? []).filter((other) => other !== socket);
    if (left.length > 0) this.#open.set(token, left);
    else this.#open.delete(token);
  }
}
