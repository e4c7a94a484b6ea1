/** A token bucket: `burst` at once, then as many a second as each taker is allowed. */
export class Bucket {
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
