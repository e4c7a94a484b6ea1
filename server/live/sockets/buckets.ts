/** A token bucket: `burst` at once, then as many a second as each taker is allowed. */
class Bucket {
  #left: number;
  #at: number;

  constructor(
    readonly burst: number,
    now: number,
  ) {
    this.#left = burst;
    this.#at = now;
  }

  /** Takes one; false if none is left. */
  take(now: number, perSecond: number): boolean {
    this.#fill(now, perSecond);
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }

  /** Whether it holds all that it can: then a new one is as good. */
  isFull(now: number, perSecond: number): boolean {
    this.#fill(now, perSecond);
    return this.#left >= this.burst;
  }

  #fill(now: number, perSecond: number): void {
    this.#left = Math.min(this.burst, this.#left + ((now - this.#at) * perSecond) / 1_000);
    this.#at = now;
  }
}

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
