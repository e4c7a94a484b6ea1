import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import type { TrainingRequest, TrainingResult } from '#shared/training/request';
import { Turns } from './turns';

/** Who a job is for: sessions take turns, and in each the seats. */
export interface For {
  readonly session: string;
  readonly seat: string;
}

/** Trains; null if that failed twice. Never rejects; what a closing pool leaves undone never settles. */
export type Train = (request: TrainingRequest, who: For) => Promise<TrainingResult | null>;

export interface Pool {
  readonly train: Train;
  readonly close: () => Promise<void>;
}

/** The safety net: no configuration within the limits takes a slow laptop this long, ms. */
const WALL_CLOCK = 30_000;

/** A thread that wants more memory than this ends, MB. */
const MEMORY = 256;

interface Waiting {
  readonly request: TrainingRequest;
  readonly settle: (result: TrainingResult | null) => void;
}

interface PoolOptions {
  readonly wallClock?: number;
  readonly memory?: number;
  /** Told of every try that failed. */
  readonly onFailed?: (error: unknown) => void;
}

/** The training pool. One thread is left to the sockets. `script`: the built thread. */
export function openPool(script: URL, options: PoolOptions = {}): Pool {
  const { wallClock = WALL_CLOCK, memory = MEMORY, onFailed } = options;
  const threads = Math.max(1, availableParallelism() - 1);
  const piscina = new Piscina({
    filename: script.href,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: 60_000,
    resourceLimits: { maxOldGenerationSizeMb: memory },
  });
  const turns = new Turns<Waiting>();
  let running = 0;
  let closed = false;

  const once = async (request: TrainingRequest): Promise<TrainingResult | null> => {
    try {
      const signal = AbortSignal.timeout(wallClock);
      return (await piscina.run(request, { signal })) as TrainingResult;
    } catch (error) {
      if (!closed) onFailed?.(error);
      return null;
    }
  };
  const pump = () => {
    for (let next = running < threads ? turns.next() : undefined; next;) {
      running += 1;
      void serve(next);
      next = running < threads ? turns.next() : undefined;
    }
  };
  const serve = async ({ request, settle }: Waiting) => {
    const result = (await once(request)) ?? (closed ? null : await once(request));
    if (closed) return;
    settle(result);
    running -= 1;
    pump();
  };
  return {
    train: (request, { session, seat }) =>
      new Promise((settle) => {
        turns.add(session, seat, { request, settle });
        pump();
      }),
    close: () => {
      closed = true;
      return piscina.destroy();
    },
  };
}
