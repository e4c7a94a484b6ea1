import { availableParallelism } from 'node:os';
import { err, ok, type Result } from '#shared/result';
import type { TrainingRequest, TrainingResult } from '#shared/training/request';
import type { ClassResult } from '#shared/training/together/request';
import { Job, type Asked, type AskedClass } from './job';
import { patienceWith } from './patience';
import { TrainingThread } from './thread';
import { Turns } from './turns';
import { reckoning, training, type Work } from './work';

/** Trains; null if that failed twice, was refused or dropped. Never rejects; what a closing pool leaves undone never settles. */
export type Train = (asked: Asked) => Promise<TrainingResult | null>;

/** Reckons a class together, with the same promises. */
export type Reckon = (asked: AskedClass) => Promise<ClassResult | null>;

export interface Pool {
  readonly train: Train;
  readonly reckon: Reckon;
  readonly close: () => Promise<void>;
}

/** A thread that wants more memory than this ends, MB. */
const MEMORY = 256;

interface PoolOptions {
  /** One is left to the sockets, unless told otherwise. */
  readonly threads?: number;
  readonly memory?: number;
  /** Compiled for all threads; without it the reference trains, with the same bits and more slowly. */
  readonly kernel?: WebAssembly.Module | null;
  /** How long a request may take, ms. */
  readonly patience?: (request: TrainingRequest) => number;
  /** Told of every try that failed, and once of what was refused. */
  readonly onFailed?: (error: unknown) => void;
}

/** The training pool. `script`: the built thread. */
export const openPool = (script: URL, options: PoolOptions = {}): Pool => {
  const pool = new TrainingPool(script, options);
  return {
    train: (asked) => pool.train(asked),
    reckon: (asked) => pool.reckon(asked),
    close: () => pool.close(),
  };
};

/** Sessions take turns, and within a session the devices. A job stays in its line until a thread is free for it. */
class TrainingPool {
  readonly #threads: readonly TrainingThread[];
  readonly #free: TrainingThread[];
  readonly #turns = new Turns<Job>();
  readonly #jobs = new Map<string, Job>();
  /** Where each job is that has begun. */
  readonly #running = new Map<Job, TrainingThread>();
  readonly #patience: (request: TrainingRequest) => number;
  readonly #onFailed: (error: unknown) => void;
  #closed = false;

  constructor(script: URL, options: PoolOptions) {
    const { threads = Math.max(1, availableParallelism() - 1), memory = MEMORY, kernel = null } = options;
    this.#threads = Array.from({ length: threads }, () => new TrainingThread(script, memory, kernel));
    this.#free = [...this.#threads];
    this.#patience = options.patience ?? patienceWith;
    this.#onFailed = options.onFailed ?? (() => undefined);
  }

  // What its work calls sound is a result of its request.
  train(asked: Asked): Promise<TrainingResult | null> {
    const work = () => training(asked.request(), this.#patience);
    return this.#ask(asked, work) as Promise<TrainingResult | null>;
  }

  reckon(asked: AskedClass): Promise<ClassResult | null> {
    return this.#ask(asked, () => reckoning(asked.request())) as Promise<ClassResult | null>;
  }

  #ask({ session, device, job: name, dropped }: Asked | AskedClass, work: () => Work): Promise<unknown> {
    const key = JSON.stringify([session, name]);
    const job = this.#jobs.get(key) ?? new Job(key, session, work);
    if (this.#jobs.get(key) !== job)
      dropped?.addEventListener('abort', () => this.#drop(job), { once: true });
    this.#jobs.set(key, job);
    job.devices.add(device);
    if (job.waits) this.#turns.add(session, device, job);
    this.#pump();
    return job.ended;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all(this.#threads.map((thread) => thread.end()));
  }

  /** Takes a job out of its lines, and ends the thread that it runs in: the next one must not wait for it. */
  #drop(job: Job): void {
    if (this.#jobs.get(job.key) !== job) return;
    this.#jobs.delete(job.key);
    this.#turns.remove(job);
    job.drop();
    this.#running.get(job)?.stop();
  }

  #pump(): void {
    for (let thread = this.#free.pop(); thread; thread = this.#free.pop()) {
      const job = this.#closed ? undefined : this.#turns.next();
      if (!job) {
        this.#free.push(thread);
        if (this.#free.length === this.#threads.length) this.#turns.clear();
        return;
      }
      const work = this.#workOf(job);
      if (work) void this.#serve(thread, job, work);
      else this.#free.push(thread);
    }
  }

  /**
   * What a thread may be asked for a job. What may be asked of none has failed at once, and no thread hears of it: a
   * request is the same each time it is made, so another try would be refused as well.
   */
  #workOf(job: Job): Work | null {
    job.waits = false;
    const asked = workOf(job);
    if (asked.ok) return asked.value;
    this.#onFailed(asked.error);
    job.refused();
    // Not at once: other seats may ask for it in the same breath, and are told the same.
    void job.ended.then(() => this.#jobs.delete(job.key));
    return null;
  }

  /** A job that failed waits for its devices' next turn: it holds up nobody a second time in a row. */
  async #serve(thread: TrainingThread, job: Job, work: Work): Promise<void> {
    this.#running.set(job, thread);
    const result = await this.#attempt(thread, job, work);
    this.#running.delete(job);
    if (this.#closed) return;
    this.#free.push(thread);
    if (job.dropped) return this.#pump();
    job.waits = !job.tried(result);
    if (job.waits) for (const device of job.devices) this.#turns.add(job.session, device, job);
    else this.#jobs.delete(job.key);
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

/** The error is for the journal. */
function workOf(job: Job): Result<Work, unknown> {
  try {
    return ok(job.work());
  } catch (error) {
    return err(error);
  }
}
