/** Time as the live engine knows it: monotonic, never a wall clock. The simulator has one of its own. */
export interface Clock {
  /** Milliseconds since some moment. */
  readonly now: () => number;
  /** Calls `then` after `ms`; the returned function takes that back. */
  readonly after: (ms: number, then: () => void) => () => void;
  /** Calls `then` once what is being said has left. A clock without it has nothing to wait for. */
  readonly soon?: (then: () => void) => void;
}

/** The longest delay that a timer of this platform takes, ms. */
const LONGEST = 2_147_483_647;

export const processClock: Clock = {
  now: () => performance.now(),
  after: (ms, then) => {
    const timer = setTimeout(then, Math.min(Math.max(0, ms), LONGEST));
    return () => clearTimeout(timer);
  },
  soon: (then) => void setImmediate(then),
};

/**
 * A session's own clock: goes on from its last durable event, so that it stands still while no server runs, and
 * never runs backwards.
 */
export class SessionClock {
  private base = 0;

  constructor(private readonly clock: Clock) {}

  /** Sets the clock to `at` ms. */
  set(at: number): void {
    this.base = at - this.clock.now();
  }

  /** Another server's events may be later than this server's time. */
  notBefore(at: number): void {
    if (this.now() < at) this.set(at);
  }

  /** Whole milliseconds since the session's start. */
  now(): number {
    return Math.floor(this.base + this.clock.now() + 1e-6);
  }
}
