import type { Clock } from '../clock';

/** How long a session stays on a server to which nobody is connected, or has come, ms. */
export const LET_GO = 5 * 60_000;

/** Counts for how long each session has had nobody. */
export class Quiet {
  readonly #counting = new Map<string, () => void>();

  /** `over`: nobody has been there for LET_GO. */
  constructor(
    private readonly clock: Pick<Clock, 'after'>,
    private readonly over: (session: string) => void,
  ) {}

  /** Counts from now on. */
  begin(session: string): void {
    this.end(session);
    const cancel = this.clock.after(LET_GO, () => {
      this.#counting.delete(session);
      this.over(session);
    });
    this.#counting.set(session, cancel);
  }

  /** Somebody is there, or the session is not here any more. */
  end(session: string): void {
    this.#counting.get(session)?.();
    this.#counting.delete(session);
  }

  stop(): void {
    for (const session of [...this.#counting.keys()]) this.end(session);
  }
}
