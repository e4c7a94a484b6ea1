import type { SharedQueue } from './shared-queue';

/** Jobs that have to go from the queue: what ran when it was erased goes as soon as it has ended. */
export class Endings {
  readonly #awaited = new Set<string>();

  constructor(private readonly queue: Pick<SharedQueue, 'clear'>) {}

  /** Once it resolves, nothing of what the job said is there. If it rejects, that is tried again at the next look. */
  async clear(id: string): Promise<void> {
    this.#awaited.add(id);
    if (await this.queue.clear(id)) this.#awaited.delete(id);
  }

  /** It is asked for again, word for word. */
  spare(id: string): void {
    this.#awaited.delete(id);
  }

  async look(): Promise<void> {
    for (const id of [...this.#awaited]) await this.clear(id);
  }
}
