import { isOfClass } from '../work';
import type { Pool } from '../pool';
import { bullmqOn, openQueue, type Kept, type Made, type Sent } from './bullmq';
import { unpack } from './packed';

/** What a worker says of a job that failed twice in its threads: it is not tried anywhere else. */
export const GIVEN_UP = 'failed in two threads';

/** So often a worker sees whether it still does what there is to do, ms. */
const WATCH = 5_000;

interface Given {
  readonly kept: Kept;
  readonly pool: Pool;
  readonly threads: number;
  readonly host: string;
  /** Told of everything that goes wrong with the queue. */
  readonly onAway: (error: unknown) => void;
  /** The queue has answered. */
  readonly onThere: () => void;
}

/** In BullMQ's words: the queue has answered, and the job is somebody else's by now, or not there any more. */
const TAKEN = /^(could not renew lock|missing (key|lock)|lock mismatch) for job |^job .+ is not in the /i;

const isTaken = (error: unknown): boolean => error instanceof Error && TAKEN.test(error.message);

type Worker = ReturnType<Made['worker']>;
type Queue = ReturnType<Made['queue']>;
type Job = Parameters<Parameters<Made['worker']>[0]>[0];

/** Serves the queue with the threads of a pool. */
export class Serving {
  readonly #watching: NodeJS.Timeout;
  readonly #running = new Set<Job>();
  readonly #giving = new AbortController();
  #worker: Worker;
  /** Jobs that it was given since the last look. */
  #begun = 0;
  #looking = false;
  #idle = false;

  private constructor(
    private readonly given: Given,
    private readonly made: Made,
    private readonly queue: Queue,
    private readonly givenBack: new () => Error,
  ) {
    this.#worker = this.#open();
    this.#watching = setInterval(() => void this.#watch(), WATCH);
  }

  /** Rejects if the queue cannot be reached. */
  static async open(given: Given): Promise<Serving> {
    const made = await bullmqOn(given.kept);
    const { WaitingError } = await import('bullmq');
    const queue = await openQueue(made, given.onAway);
    return new Serving(given, made, queue, WaitingError);
  }

  /** Takes no more jobs, and resolves once those that run have ended, or been given back after `patience` ms. */
  async close(patience: number): Promise<void> {
    clearInterval(this.#watching);
    const late = setTimeout(() => this.#giving.abort(), patience);
    await this.#worker.close().catch(this.given.onAway);
    clearTimeout(late);
    await this.queue.close().catch(this.given.onAway);
  }

  /** How many jobs run. */
  get running(): number {
    return this.#running.size;
  }

  #open(): Worker {
    const { threads, host, onAway, onThere } = this.given;
    const worker = this.made.worker((job, token, signal) => this.#serve(job, token, signal), threads, host);
    worker.on('error', (error) => {
      if (!isTaken(error)) onAway(error);
    });
    worker.on('completed', onThere);
    // Somebody else has the job by now, or the queue was wiped.
    worker.on('lockRenewalFailed', (ids: string[]) => ids.forEach((id) => worker.cancelJob(id, 'lost')));
    return worker;
  }

  async #serve(job: Job, token: string | undefined, signal: AbortSignal | undefined): Promise<string> {
    this.#begun += 1;
    this.#running.add(job);
    const givenBack = new AbortController();
    try {
      const result = await Promise.race([this.#run(job, token, signal), this.#isGivenBack(givenBack.signal)]);
      if (result !== 'given') return JSON.stringify(result);
      await job.moveToWait(token);
      throw new this.givenBack();
    } finally {
      // What listens to the end of the worker must not keep each job until then.
      givenBack.abort();
      this.#running.delete(job);
    }
  }

  /** Resolves when jobs are given back; `over`: nobody waits for that any more. */
  #isGivenBack(over: AbortSignal): Promise<'given'> {
    const { signal } = this.#giving;
    return new Promise((resolve) => {
      if (signal.aborted) resolve('given');
      signal.addEventListener('abort', () => resolve('given'), { once: true, signal: over });
    });
  }

  async #run(
    { id = '', data }: Job,
    token: string | undefined,
    dropped: AbortSignal | undefined,
  ): Promise<object | 'given'> {
    const request = await unpack((data satisfies Sent).request);
    // The same job may come again while it still ends here: by then it is another one.
    const asked = { session: '', device: id, job: `${id}/${token ?? ''}`, ...(dropped ? { dropped } : {}) };
    const result = await (isOfClass(request)
      ? this.given.pool.reckon({ ...asked, request: () => request })
      : this.given.pool.train({ ...asked, request: () => request }));
    // Cancelled, which is told by the job's id alone: if it is this worker's after all, it goes back and is no try that failed.
    if (dropped?.aborted) return 'given';
    if (result === null) throw new Error(GIVEN_UP);
    // BullMQ's news, which nobody can erase, has the result too: no weights in it come from what somebody has drawn.
    return 'read' in request ? { ...result, weights: [] } : result;
  }

  /**
   * Whether jobs wait while this worker has been idle from one look to the next: after a lost connection BullMQ's worker may
   * wait for news that never comes (its issue 3185), and another one is put in its place.
   */
  async #watch(): Promise<void> {
    if (this.#looking) return;
    this.#looking = true;
    try {
      const { waiting = 0, prioritized = 0 } = await this.queue.getJobCounts('waiting', 'prioritized');
      this.given.onThere();
      const idle = waiting + prioritized > 0 && this.#begun === 0 && this.#running.size === 0;
      if (idle && this.#idle) await this.#renew();
      this.#idle = idle && !this.#idle;
      this.#begun = 0;
    } catch (error) {
      this.given.onAway(error);
    } finally {
      this.#looking = false;
    }
  }

  async #renew(): Promise<void> {
    const before = this.#worker;
    this.#worker = this.#open();
    await before.close(true);
  }
}
