import type { SessionLog } from '../../storage/log/port';

type Answer = ReadonlyMap<string, number>;

/**
 * How far the log of sessions goes, for many who ask: one question at a time, and whoever asks meanwhile shares the next
 * one, since its answer must not be older than their question.
 */
export class Heads {
  #asked = new Set<string>();
  #next: Promise<Answer> | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(private readonly log: Pick<SessionLog, 'heads'>) {}

  /** As they are after this was asked; more may be among them. Rejects if the log does not say. */
  of(sessions: readonly string[]): Promise<Answer> {
    for (const session of sessions) this.#asked.add(session);
    if (this.#next) return this.#next;
    const next = this.#last.then(() => this.#ask());
    this.#next = next;
    this.#last = next.catch(() => undefined);
    return next;
  }

  #ask(): Promise<Answer> {
    const asked = [...this.#asked];
    this.#asked = new Set();
    this.#next = null;
    return this.log.heads(asked);
  }
}
