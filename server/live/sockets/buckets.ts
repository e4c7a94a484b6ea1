import { Bucket } from './bucket';

/** Beyond so many the full ones are thrown away; a class has 3,000 seats at most. */
const MANY = 4_000;

/** A bucket for each of many who take; it stays with them over all of their connections. `now` in ms. */
export class Buckets {
  readonly #held = new Map<string, Bucket>();

  constructor(
    readonly burst: number,
    readonly now: () => number,
  ) {}

  /** Takes one for `who`; false if none is left. */
  take(who: string, perSecond: number): boolean {
    return this.#of(who, perSecond).take(this.now(), perSecond);
  }

  #of(who: string, perSecond: number): Bucket {
    const held = this.#held.get(who);
    if (held) return held;
    if (this.#held.size >= MANY) this.#tidy(perSecond);
    const fresh = new Bucket(this.burst, this.now());
    this.#held.set(who, fresh);
    return fresh;
  }

  #tidy(perSecond: number): void {
    for (const [who, bucket] of this.#held) if (bucket.isFull(this.now(), perSecond)) this.#held.delete(who);
  }
}
