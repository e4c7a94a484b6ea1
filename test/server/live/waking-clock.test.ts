import { beforeEach, describe, expect, it } from 'vitest';
import type { Clock } from '../../../server/live/clock';
import { WakingClock } from '../../../server/live/waking-clock';
import { settled } from '../../support/virtual-clock';

/** A platform's time, which goes on while the process is stopped; what was due meanwhile runs when it goes on. */
class Platform implements Clock {
  #now = 1_000;
  #due: { readonly at: number; readonly then: () => void }[] = [];

  readonly now = () => this.#now;

  readonly after = (ms: number, then: () => void) => {
    const one = { at: this.#now + ms, then };
    this.#due.push(one);
    return () => void (this.#due = this.#due.filter((other) => other !== one));
  };

  /** The process runs for so long, 100 ms at a time. */
  async run(ms: number): Promise<void> {
    for (let left = ms; left > 0; left -= 100) await this.stopped(100);
  }

  /** The process does not run for so long. */
  async stopped(ms: number): Promise<void> {
    this.#now += ms;
    const due = this.#due.filter(({ at }) => at <= this.#now);
    this.#due = this.#due.filter(({ at }) => at > this.#now);
    for (const { then } of due) then();
    await settled();
  }
}

let platform: Platform;
let clock: WakingClock;
let woken: number;

beforeEach(() => {
  woken = 0;
  platform = new Platform();
  clock = new WakingClock(() => (woken += 1), platform);
  clock.watch();
});

describe('the clock of the live sessions', () => {
  it('goes on with the platform’s while the process runs, also when nobody asks for a long time', async () => {
    const before = clock.now();
    await platform.run(20_000);
    expect(clock.now() - before).toBe(20_000);
    expect(woken).toBe(0);
  });

  it('goes over a pause of up to 3 s: a server is busy now and then', async () => {
    const before = clock.now();
    await platform.stopped(2_900);
    await platform.run(1_000);
    expect(clock.now() - before).toBe(3_900);
    expect(woken).toBe(0);
  });

  it.each([3_500, 90_000, 86_400_000])(
    'stands still while the process is stopped for %d ms, and says so once',
    async (ms) => {
      await platform.run(2_000);
      const before = clock.now();
      await platform.stopped(ms);
      expect(clock.now() - before).toBeLessThanOrEqual(500);
      await platform.run(1_000);
      expect(woken).toBe(1);
      expect(clock.now() - before).toBeLessThanOrEqual(1_500);
    },
  );

  it('never runs backwards, however often the laptop sleeps', async () => {
    for (const ms of [4_000, 100, 60_000, 3_001, 10]) {
      const before = clock.now();
      await platform.stopped(ms);
      expect(clock.now()).toBeGreaterThanOrEqual(before);
    }
  });
});
