import { Worker } from 'node:worker_threads';
import type { Handed } from './handed';
import type { WorkRequest } from './work';

/** A thread that nobody needed for so long is given back, ms. */
const IDLE = 60_000;

interface Asked {
  readonly resolve: (result: unknown) => void;
  readonly reject: (why: Error) => void;
}

/**
 * One thread that trains one request after the other. It is started when it is needed; whatever goes wrong in it ends
 * it, so that no job meets what another one broke.
 */
export class TrainingThread {
  #worker: Worker | null = null;
  #asked: Asked | null = null;
  #timer: NodeJS.Timeout | undefined;

  /** `script`: the built thread. A thread whose heap grows beyond `memory` MB ends. */
  constructor(
    private readonly script: URL,
    private readonly memory: number,
    private readonly kernel: WebAssembly.Module | null,
  ) {}

  /** What the thread answers, as it comes. Rejects if it ends or throws, or has not answered in `patience` ms. */
  run(request: WorkRequest, patience: number): Promise<unknown> {
    const worker = (this.#worker ??= this.#start());
    return new Promise((resolve, reject) => {
      const asked = (this.#asked = { resolve, reject });
      const late = () => {
        if (this.#asked === asked) this.#lost(worker, new Error(`a job was not done in ${patience} ms`));
      };
      // After a computer slept, the timer is due before an answer that has arrived is read: that one goes first.
      this.#in(patience, () => setImmediate(late));
      worker.ref();
      worker.postMessage(request);
    });
  }

  /** Ends the thread, and rejects what it was asked for: nobody waits for that any more. */
  stop(): void {
    if (this.#worker) this.#lost(this.#worker, new Error('nobody waits for this job any more'));
  }

  /** Ends the thread; a request that is under way never gets an answer. The next request starts a new thread. */
  async end(): Promise<void> {
    clearTimeout(this.#timer);
    const worker = this.#worker;
    this.#worker = this.#asked = null;
    await worker?.terminate();
  }

  #start(): Worker {
    const worker = new Worker(this.script, {
      workerData: { kernel: this.kernel } satisfies Handed,
      resourceLimits: { maxOldGenerationSizeMb: this.memory },
    });
    worker.on('message', (result: unknown) => this.#answered(worker, result));
    worker.on('messageerror', (error) => this.#lost(worker, error));
    worker.on('error', (error) => this.#lost(worker, error));
    worker.on('exit', (code) => this.#lost(worker, new Error(`the thread ended with ${code}`)));
    return worker;
  }

  #answered(worker: Worker, result: unknown): void {
    if (worker !== this.#worker) return;
    this.#in(IDLE, () => void this.end());
    // The process may end while a thread only waits.
    worker.unref();
    this.#take()?.resolve(result);
  }

  #lost(worker: Worker, why: Error): void {
    if (worker !== this.#worker) return;
    const asked = this.#take();
    void this.end();
    asked?.reject(why);
  }

  #take(): Asked | null {
    const asked = this.#asked;
    this.#asked = null;
    return asked;
  }

  #in(ms: number, then: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(then, ms);
    this.#timer.unref();
  }
}
