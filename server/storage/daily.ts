import type { Clock } from '../live/clock';
import type { Once } from './once';

export interface DailyPorts {
  readonly clock: Clock;
  readonly onBug: (error: unknown) => void;
  /** Of several servers on one database: one of them does it. */
  readonly once?: Once | undefined;
  /** How often, ms, where it is done by one of several servers; a day if nothing is said. */
  readonly every?: number;
}

export const DAY = 86_400_000;

/** A server that ends waits no longer for a sweep that another server can do again, ms. */
const PATIENCE = 3_000;

/** How often a server looks whether somebody has done today's sweep, ms: the one that began it may have been killed. */
export const LOOK = 600_000;

/** Resolves when `work` is done, or nobody waits for it any more. */
function atMost(clock: Clock, work: Promise<unknown>): Promise<void> {
  return new Promise((resolve) => {
    const cancel = clock.after(PATIENCE, resolve);
    void work.then(() => {
      cancel();
      resolve();
    });
  });
}

/** Sweeps at once and then every day; answers what ends that, which `sweep` is told by `stopped`. */
export function daily(
  { clock, onBug, once, every = DAY }: DailyPorts,
  name: string,
  sweep: (stopped: () => boolean) => Promise<void>,
): () => Promise<void> {
  let stopped = false;
  let under: Promise<unknown> = Promise.resolve();
  let cancel: () => void = () => undefined;
  const swept = () =>
    once ? once(name, every, (lost) => sweep(() => stopped || lost())) : sweep(() => stopped);
  const turn = () => {
    under = swept().catch(onBug);
    cancel = clock.after(once ? LOOK : DAY, turn);
  };
  turn();
  return async () => {
    stopped = true;
    cancel();
    await (once ? atMost(clock, under) : under);
  };
}
