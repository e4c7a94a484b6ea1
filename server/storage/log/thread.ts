import { Worker } from 'node:worker_threads';
import type { Ready } from './messages';

type Reply = { readonly call: number };

/** A call before it has its number; keeps the alternatives of a union apart. */
export type Unnumbered<Call> = Call extends unknown ? Omit<Call, 'call'> : never;

/** A worker thread that answers calls by number, in any order; replies may come several at a time. */
export class Thread<Call extends Reply, Answer extends Reply> {
  private readonly waiting = new Map<
    number,
    { resolve: (answer: Answer) => void; reject: (why: Error) => void }
  >();
  private gone: Error | null = null;
  private last = 0;

  private constructor(private readonly worker: Worker) {
    worker.on('message', (answers: Answer | readonly Answer[]) => {
      for (const answer of [answers].flat() as Answer[]) this.settle(answer);
    });
    worker.on('error', (error) => this.fail(error));
    worker.on('exit', () => this.fail(new Error('the thread has ended')));
  }

  /** Resolves once the thread is ready, and has opened its source if it is given one; rejects with the reason if it cannot. */
  static async start<Call extends Reply, Answer extends Reply>(
    script: URL,
    source?: string,
  ): Promise<Thread<Call, Answer>> {
    const worker = new Worker(script, { workerData: { source } });
    await new Promise<Ready>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
    });
    worker.removeAllListeners('error');
    return new Thread(worker);
  }

  ask(call: Unnumbered<Call>): Promise<Answer> {
    if (this.gone) return Promise.reject(this.gone);
    const number = ++this.last;
    return new Promise((resolve, reject) => {
      this.waiting.set(number, { resolve, reject });
      this.worker.postMessage({ ...call, call: number });
    });
  }

  /** Lets what was asked finish, then ends the thread. */
  async close(): Promise<void> {
    if (this.gone) return;
    const ended = new Promise((resolve) => this.worker.once('exit', resolve));
    this.worker.postMessage('close');
    await ended;
  }

  /** Ends the thread at once; what was asked is rejected. */
  async end(): Promise<void> {
    await this.worker.terminate();
  }

  private settle(answer: Answer): void {
    this.waiting.get(answer.call)?.resolve(answer);
    this.waiting.delete(answer.call);
  }

  private fail(error: Error): void {
    this.gone ??= error;
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }
}
