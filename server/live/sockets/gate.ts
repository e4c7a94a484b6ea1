/** Commands on their way to an answer, and whether new ones are still taken. */
export class Gate {
  #open = true;
  #inside = 0;
  #emptied: () => void = () => undefined;

  get open(): boolean {
    return this.#open;
  }

  /** Whether a command may come in; if so, `leave` follows once it has its answer. */
  enter(): boolean {
    if (this.#open) this.#inside += 1;
    return this.#open;
  }

  leave(): void {
    this.#inside -= 1;
    if (this.#inside === 0) this.#emptied();
  }

  /** Takes no more; resolves once all that came in have left. */
  shut(): Promise<void> {
    this.#open = false;
    if (this.#inside === 0) return Promise.resolve();
    return new Promise((resolve) => (this.#emptied = resolve));
  }
}
