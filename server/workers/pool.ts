import { availableParallelism } from 'node:os';
import type { TrainingRequest, TrainingResult } from '#shared/training/request';
import type { ClassResult } from '#shared/training/together/request';
import type { Asked, AskedClass, Job } from './job';
import { JobLines, type Begun, type Load } from './job-lines';
import { patienceWith } from './patience';
import { TrainingThread } from './thread';
import { reckoning, training, type Work } from './work';

/** Trains; null if that failed twice, was refused or dropped. Never rejects; what a closing pool leaves undone never settles. */
export type Train = (asked: Asked) => Promise<TrainingResult | null>;

/** Reckons a class together, with the same promises. */
export type Reckon = (asked: AskedClass) => Promise<ClassResult | null>;

export interface Pool {
  readonly train: Train;
  readonly reckon: Reckon;
  readonly load: () => Load;
  /**
   * Something of a session was erased, or `all` of it: what of it stands outside this process is taken away, and what is
   * still waited for is asked for anew, of what is left. Rejects if that could not be done; then it may be asked again.
   */
  readonly forget: (session: string, what: 'some' | 'all') => Promise<void>;
  readonly close: () => Promise<void>;
}

/** A thread that wants more memory than this ends, MB. */
const MEMORY = 256;

interface PoolOptions {
  /** As many as `threadsHere` says, unless told otherwise. */
  readonly threads?: number;
  readonly memory?: number;
  /** Compiled for all threads; without it the reference trains, with the same bits and more slowly. */
  readonly kernel?: WebAssembly.Module | null;
  /** How long a request may take, ms. */
  readonly patience?: (request: TrainingRequest) => number;
  /** Told of every try that failed, and once of what was refused. */
  readonly onFailed?: (error: unknown) => void;
}

/** One is left to the sockets. */
export const threadsHere = (): number => Math.max(1, availableParallelism() - 1);

/** The training pool. `script`: the built thread. */
export const openPool = (script: URL, options: PoolOptions = {}): Pool => {
  const pool = new TrainingPool(script, options);
  return {
    train: (asked) => pool.train(asked),
    reckon: (asked) => pool.reckon(asked),
    load: () => pool.load(),
    // Nothing stands anywhere else.
    forget: () => Promise.resolve(),
    close: () => pool.close(),
  };
};

/** A job stays in its line until a thread is free for it. */
class TrainingPool {
  readonly #threads: readonly TrainingThread[];
  readonly #free: TrainingThread[];
  readonly #lines: JobLines;
  /** Where each job is that has begun. */
  readonly #running = new Map<Job, TrainingThread>();
  readonly #patience: (request: TrainingRequest) => number;
  readonly #onFailed: (error: unknown) => void;
  #closed = false;

  constructor(script: URL, options: PoolOptions) {
    const { threads = threadsHere(), memory = MEMORY, kernel = null } = options;
    this.#threads = Array.from({ length: threads }, () => new TrainingThread(script, memory, kernel));
    this.#free = [...this.#threads];
    this.#patience = options.patience ?? patienceWith;
    this.#onFailed = options.onFailed ?? (() => undefined);
    this.#lines = new JobLines({
      // The thread that it runs in is ended: the next one must not wait for it.
      onDropped: (job) => this.#running.get(job)?.stop(),
      onRefused: this.#onFailed,
    });
  }

  // What its work calls sound is a result of its request.
  train(asked: Asked): Promise<TrainingResult | null> {
    const work = () => training(asked.request(), this.#patience);
    return this.#ask(asked, work) as Promise<TrainingResult | null>;
  }

  reckon(asked: AskedClass): Promise<ClassResult | null> {
    return this.#ask(asked, () => reckoning(asked.request())) as Promise<ClassResult | null>;
  }

  load(): Load {
    return this.#lines.load((job) => this.#running.has(job));
  }

  #ask(asked: Asked | AskedClass, work: () => Work): Promise<unknown> {
    const job = this.#lines.ask(asked, work);
    this.#pump();
    return job.ended;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all(this.#threads.map((thread) => thread.end()));
  }

  #pump(): void {
    for (let thread = this.#free.pop(); thread; thread = this.#free.pop()) {
      const begun = this.#closed ? undefined : this.#lines.next();
      if (!begun) {
        this.#free.push(thread);
        if (this.#free.length === this.#threads.length) this.#lines.rest();
        return;
      }
      void this.#serve(thread, begun);
    }
  }

  async #serve(thread: TrainingThread, { job, work }: Begun): Promise<void> {
    this.#running.set(job, thread);
    const result = await this.#attempt(thread, job, work);
    this.#running.delete(job);
    if (this.#closed) return;
    this.#free.push(thread);
    if (!job.dropped) {
      if (job.tried(result)) this.#lines.over(job);
      else this.#lines.again(job);
    }
    this.#pump();
  }

  async #attempt(thread: TrainingThread, job: Job, work: Work): Promise<unknown> {
    try {
      // The last try is in a thread that no other job can have broken.
      if (job.again) await thread.end();
      if (this.#closed || job.dropped) return null;
      const result = await thread.run(work.request, work.patience);
      if (work.isSound(result)) return result;
      throw new Error('a thread answered with something else than a sound result');
    } catch (error) {
      await thread.end();
      if (!this.#closed && !job.dropped) this.#onFailed(error);
      return null;
    }
  }
}
