import type { Clock } from '../../server/live/clock';

interface Timer {
  readonly at: number;
  readonly order: number;
  readonly then: () => void;
}

/** A clock that moves when a test says so, and then runs what is due in order. */
export class VirtualClock implements Clock {
  private time = 0;
  private order = 0;
  private timers: Timer[] = [];

  readonly now = (): number => this.time;

  readonly after = (ms: number, then: () => void): (() => void) => {
    const timer = { at: this.time + Math.max(0, ms), order: this.order++, then };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((other) => other !== timer);
    };
  };

  /** How many timers there are. */
  get waiting(): number {
    return this.timers.length;
  }

  /** Moves on by `ms`, and lets everything that was asked for finish. */
  async advance(ms: number): Promise<void> {
    const until = this.time + ms;
    for (let next = this.due(until); next; next = this.due(until)) {
      this.time = Math.max(this.time, next.at);
      this.timers = this.timers.filter((timer) => timer !== next);
      next.then();
      await settled();
    }
    this.time = until;
    await settled();
  }

  private due(until: number): Timer | undefined {
    return this.timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at || a.order - b.order)[0];
  }
}

/** Resolves once every promise that is ready has run. */
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
