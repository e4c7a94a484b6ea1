import type { App } from './app';

/** Ending takes as long as what is in flight needs to reach the disk; after this something hangs, ms. */
const LONGEST_END = 10_000;

/** What draining may take beyond its time, ms: the last room to settle what it was sent. */
const LAST_ROOM = 5_000;

/** Resolves when `work` is done, or `ms` are over. */
function atMost(ms: number, work: Promise<unknown>): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    work
      .then(() => resolve(), reject)
      .finally(() => {
        clearTimeout(timer);
      });
  });
}

/**
 * Sends rooms to other servers, where there are any, and tells how long it took. What does not work there must not keep
 * the process: whoever is left is told that the server stops.
 */
async function drained({ drain, journal }: Pick<App, 'drain' | 'journal'>, seconds: number): Promise<void> {
  const since = performance.now();
  await atMost(seconds * 1_000 + LAST_ROOM, drain()).catch(() => undefined);
  journal({ event: 'server-drained', ms: Math.round(performance.now() - since) });
}

/**
 * The first signal ends the server in good order, a second one at once. `drainSeconds`: how long its rooms may take to
 * move to other servers; null: there are none.
 */
export function endOnSignal(
  app: Pick<App, 'drain' | 'close' | 'journal'>,
  drainSeconds: number | null,
): void {
  let ending = false;
  const end = async (signal: string) => {
    const since = performance.now();
    app.journal({ event: 'server-stopping', signal });
    if (drainSeconds !== null) await drained(app, drainSeconds);
    setTimeout(() => process.exit(1), LONGEST_END).unref();
    await app.close();
    app.journal({ event: 'server-stopped', ms: Math.round(performance.now() - since) });
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, (name: string) => {
      if (ending) process.exit(1);
      ending = true;
      void end(name);
    });
}
