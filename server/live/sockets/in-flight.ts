/** The commands that are on their way to an answer, and whether new ones are still taken. */
export class InFlight {
  #open = true;
  #commands = 0;
  #settled: () => void = () => undefined;

  get open(): boolean {
    return this.#open;
  }

  /** Whether a command is taken; if so, `end` follows once it has its answer. */
  begin(): boolean {
    if (this.#open) this.#commands += 1;
    return this.#open;
  }

  end(): void {
    this.#commands -= 1;
    if (this.#commands === 0) this.#settled();
  }

  /** Takes no more; resolves once all that were taken have their answers. */
  close(): Promise<void> {
    this.#open = false;
    if (this.#commands === 0) return Promise.resolve();
    return new Promise((resolve) => (this.#settled = resolve));
  }
}
