import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

/** How often the loop is looked at, ms. */
const RESOLUTION = 10;

/**
 * Loaded into a server with `--import`: at SIGUSR2 it says the longest gap of the event loop since the last time, ms,
 * on its standard error.
 */
if (isMainThread) {
  const gaps = monitorEventLoopDelay({ resolution: RESOLUTION });
  gaps.enable();
  process.on('SIGUSR2', () => {
    process.stderr.write(`longest gap ${Math.max(0, gaps.max / 1e6 - RESOLUTION).toFixed(1)} ms\n`);
    gaps.reset();
  });
}
