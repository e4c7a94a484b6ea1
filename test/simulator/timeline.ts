interface Due {
  readonly at: number;
  readonly then: () => void;
}

/** Lets everything that is already resolved run; nothing in the simulation waits for the real world. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Simulated time: it stands still while something happens and jumps to the next thing that is due. */
export class Timeline {
  #now = 0;
  #due: Due[] = [];

  get now(): number {
    return this.#now;
  }

  /** Calls `then` after `ms`; the returned function takes that back. Ties keep their order. */
  after(ms: number, then: () => void): () => void {
    const due: Due = { at: this.#now + Math.max(0, ms), then };
    const later = this.#due.findIndex(({ at }) => at > due.at);
    this.#due.splice(later < 0 ? this.#due.length : later, 0, due);
    return () => {
      this.#due = this.#due.filter((other) => other !== due);
    };
  }

  /** Does the next thing and all that follows from it at once. False if nothing is due any more. */
  async step(): Promise<boolean> {
    const next = this.#due.shift();
    if (!next) return false;
    this.#now = next.at;
    next.then();
    await settle();
    return true;
  }
}
