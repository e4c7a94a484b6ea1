/** Does what several ask for at once a single time: whoever asks while it is done gets the same answer. */
export class Once<Answer> {
  readonly #underWay = new Map<string, Promise<Answer>>();

  /** `key` names what is asked for. */
  ask(key: string, work: () => Promise<Answer>): Promise<Answer> {
    const known = this.#underWay.get(key);
    if (known) return known;
    const begun = work().finally(() => this.#underWay.delete(key));
    this.#underWay.set(key, begun);
    return begun;
  }

  /** What is being done; null: nothing is. */
  at(key: string): Promise<Answer> | null {
    return this.#underWay.get(key) ?? null;
  }

  /** Everything that is being done. */
  all(): Promise<Answer>[] {
    return [...this.#underWay.values()];
  }
}
