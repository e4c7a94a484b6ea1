/**
 * The session's clock, estimated from what frames say. A frame tells a time that is already past when it arrives,
 * so of all the estimates on one connection the latest clock is the best one; a new connection starts afresh, since
 * the session's clock stands still while no server runs.
 */
export class SessionClock {
  #ahead = 0;
  #fresh = true;

  constructor(private readonly steady: () => number = () => performance.now()) {}

  /** Until the new connection's first frame the old estimate is the best there is. */
  restart(): void {
    this.#fresh = true;
  }

  heard(now: number): void {
    const ahead = now - this.steady();
    this.#ahead = this.#fresh ? ahead : Math.max(this.#ahead, ahead);
    this.#fresh = false;
  }

  now(): number {
    return this.steady() + this.#ahead;
  }
}
