/** The channel between a test and its threads. */
export const GATE = 'trainoff/training-gate';

/** Jobs go by their number of epochs. */
export type Said = { readonly begun: number } | { readonly end: number };

/** Sees in which order threads begin with jobs, and says when one ends: tests count jobs, and not time. */
export class Gate {
  /** Every job that was begun, in order. */
  readonly begun: number[] = [];
  readonly #channel = new BroadcastChannel(GATE);
  readonly #watchers = new Set<() => void>();

  constructor() {
    this.#channel.onmessage = ({ data }: MessageEvent<Said>) => {
      if ('begun' in data) this.begun.push(data.begun);
      for (const look of [...this.#watchers]) look();
    };
  }

  /** Resolves once so many jobs have begun in all. */
  until(count: number): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (this.begun.length < count) return;
        this.#watchers.delete(look);
        resolve();
      };
      this.#watchers.add(look);
      look();
    });
  }

  /** Lets a job that has begun end. */
  end(job: number): void {
    this.#channel.postMessage({ end: job } satisfies Said);
  }

  close(): void {
    this.#channel.close();
  }
}
