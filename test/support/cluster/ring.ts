import { createHash } from 'node:crypto';

/** Places of each server on the ring: enough for shares that are about equal. */
const PLACES = 160;

const placeOf = (text: string): number => createHash('sha1').update(text).digest().readUInt32BE(0);

/** Consistent hashing: a server that goes away or comes back moves its own keys, and nobody else's. */
export class Ring {
  readonly #places: readonly { readonly at: number; readonly server: number }[];

  constructor(servers: readonly number[]) {
    this.#places = servers
      .flatMap((server) =>
        Array.from({ length: PLACES }, (_, place) => ({ at: placeOf(`${server}/${place}`), server })),
      )
      .sort((a, b) => a.at - b.at);
  }

  /** All servers, in the order in which this key asks for them. */
  order(key: string): readonly number[] {
    const at = placeOf(key);
    const first = this.#places.findIndex((place) => place.at >= at);
    const from = [...this.#places.slice(Math.max(0, first)), ...this.#places.slice(0, Math.max(0, first))];
    return [...new Set(from.map(({ server }) => server))];
  }
}
