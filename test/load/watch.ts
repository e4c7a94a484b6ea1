import { createServer } from 'node:net';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

/**
 * Loaded into a server before its own code (`node --import`): tells whoever connects to the socket in TRAINOFF_WATCH
 * how late its event loop was since it was last asked. Asks the loop a hundred times a second, which is all it costs.
 */
const RESOLUTION = 10;

/** In ms; the sampling interval itself is no delay. */
const late = (nanoseconds: number): number => Math.max(0, nanoseconds / 1e6 - RESOLUTION);

function watch(socket: string): void {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION });
  delay.enable();
  createServer((asker) => {
    asker.end(JSON.stringify({ p99: late(delay.percentile(99)), max: late(delay.max) }));
    delay.reset();
  })
    .listen(socket)
    .unref();
}

// What is loaded into a server is loaded into its threads, too.
if (isMainThread && process.env.TRAINOFF_WATCH) watch(process.env.TRAINOFF_WATCH);
