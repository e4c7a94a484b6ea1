import { processClock, type Clock } from './clock';

/** Longer than this without a look at the time, and the process did not run: its laptop slept, or it was stopped, ms. */
export const GAP = 3_000;
/** How often it looks at least, ms. */
const LOOK = 500;

/**
 * Time without the stretches in which this process did not run: after such a gap it goes on from where it was, and
 * `woken` is called. A class must not pay for a lid that was closed.
 */
export class WakingClock implements Clock {
  #seen: number;
  #slept = 0;
  #cancel: () => void = () => undefined;

  constructor(
    private readonly woken: () => void,
    private readonly under: Clock = processClock,
  ) {
    this.#seen = under.now();
  }

  readonly now = (): number => {
    const now = this.under.now();
    const gap = now - this.#seen;
    this.#seen = now;
    if (gap > GAP) {
      this.#slept += gap;
      // Not from here: whoever asks for the time is in the middle of something.
      this.under.after(0, this.woken);
    }
    return now - this.#slept;
  };

  readonly after = (ms: number, then: () => void): (() => void) => this.under.after(ms, then);

  readonly soon = (then: () => void): void => (this.under.soon ? this.under.soon(then) : then());

  /** Looks at the time again and again, until `stop`. */
  watch(): void {
    this.#cancel = this.under.after(LOOK, () => {
      this.now();
      this.watch();
    });
  }

  stop(): void {
    this.#cancel();
  }
}
