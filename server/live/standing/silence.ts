/** For how long somebody who was asked has answered nothing at all. */
export class Silence {
  #open = 0;
  #since: number | null = null;

  /** `now`: monotonic, ms. */
  constructor(private readonly now: () => number) {}

  /** Somebody asks; what is returned is called once with whether that was answered. A refusal is none. */
  begin(): (answered: boolean) => void {
    this.#open += 1;
    this.#since ??= this.now();
    return (answered) => {
      this.#open -= 1;
      if (answered) this.#since = this.#open > 0 ? this.now() : null;
    };
  }

  /** Since the last answer, or since the first question after it, ms; 0: nothing is open. */
  lasts(): number {
    return this.#since === null ? 0 : this.now() - this.#since;
  }
}
