/** Questions of one asker that may wait: a hall that looks back all at once. */
const MOST = 3_000;

/**
 * Lets one question through at a time, in turn by who asks: whoever asks much waits for themselves. An asker is a
 * network, or all teachers together.
 */
export class OneAtATime {
  readonly #waiting = new Map<string, (() => void)[]>();
  #busy = false;

  constructor(private readonly most = MOST) {}

  /** What is asked, when its turn has come; null if too many of the same asker wait already. */
  take<Answer>(asker: string, ask: () => Promise<Answer>): Promise<Answer> | null {
    const waiting = this.#waiting.get(asker) ?? [];
    if (waiting.length >= this.most) return null;
    return new Promise((resolve, reject) => {
      const turn = () =>
        void ask()
          .then(resolve, reject)
          .finally(() => this.#next());
      waiting.push(turn);
      this.#waiting.set(asker, waiting);
      if (!this.#busy) this.#next();
    });
  }

  /** The first one of whoever has waited longest since their last turn; who goes on waiting is last from now on. */
  #next(): void {
    const [first] = this.#waiting;
    this.#busy = first !== undefined;
    if (first === undefined) return;
    const [asker, waiting] = first;
    const turn = waiting.shift();
    this.#waiting.delete(asker);
    if (waiting.length > 0) this.#waiting.set(asker, waiting);
    turn?.();
  }
}
