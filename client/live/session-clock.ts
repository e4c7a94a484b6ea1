/**
 * The session's clock, estimated from what frames say. A frame tells a time that is already past when it arrives,
 * so of all the estimates on one connection the latest clock is the best one; a new connection starts afresh, since
 * the session's clock stands still while no server runs.
 */
export class SessionClock {
  #ahead: number | null = null;

  constructor(private readonly steady: () => number = () => performance.now()) {}

  restart(): void {
    this.#ahead = null;
  }

  heard(now: number): void {
    const ahead = now - this.steady();
    this.#ahead = this.#ahead === null ? ahead : Math.max(this.#ahead, ahead);
  }

  now(): number {
    return this.steady() + (this.#ahead ?? 0);
  }
}
