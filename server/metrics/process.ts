import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Prometheus, Register } from './prometheus';

/** How often the loop's delay is sampled, ms. */
const SAMPLED = 10;

const NANOSECONDS = 1e9;
const MICROSECONDS = 1e6;

/** Memory, CPU and the delay of the event loop, under the names that everybody's charts know. */
export function processFigures({ Counter, Gauge }: Prometheus, registers: Register): () => void {
  const delay = monitorEventLoopDelay({ resolution: SAMPLED });
  delay.enable();
  const gauge = (name: string, help: string, look: () => number) =>
    new Gauge({
      ...{ name, help, registers },
      collect() {
        this.set(look());
      },
    });
  gauge(
    'process_start_time_seconds',
    'When the process began, Unix time.',
    () => performance.timeOrigin / 1_000,
  );
  gauge('process_resident_memory_bytes', 'Memory of the process with its threads.', () =>
    process.memoryUsage.rss(),
  );
  gauge('nodejs_heap_size_used_bytes', 'Heap of the main thread.', () => process.memoryUsage().heapUsed);
  new Counter({
    ...{
      name: 'process_cpu_seconds_total',
      help: 'CPU that the process has used, with its threads.',
      registers,
    },
    collect() {
      const { user, system } = process.cpuUsage();
      this.reset();
      this.inc((user + system) / MICROSECONDS);
    },
  });
  const p50 = new Gauge({
    ...{
      name: 'nodejs_eventloop_lag_p50_seconds',
      help: 'Half of the samples since the last look.',
      registers,
    },
  });
  const p99 = new Gauge({
    ...{
      name: 'nodejs_eventloop_lag_p99_seconds',
      help: '99 of 100 samples since the last look.',
      registers,
    },
  });
  new Gauge({
    ...{ name: 'nodejs_eventloop_lag_max_seconds', help: 'The longest since the last look.', registers },
    collect() {
      const late = (nanoseconds: number) => Math.max(0, nanoseconds / NANOSECONDS - SAMPLED / 1_000);
      p50.set(late(delay.percentile(50)));
      p99.set(late(delay.percentile(99)));
      this.set(late(delay.max));
      delay.reset();
    },
  });
  return () => delay.disable();
}
