/** Something in a student's hands: where it is, and how to take the last change back. */
export class Tuned<Value> {
  #value: Value = $state.raw() as Value;
  #before: readonly Value[] = $state.raw([]);
  #held: { readonly value: Value } | null = null;
  readonly #moved: (value: Value) => void;
  readonly #key: (value: Value) => string;

  /** Two values are the same if they have the same `key`. */
  constructor(start: Value, key: (value: Value) => string, moved: (value: Value) => void) {
    this.#value = start;
    this.#key = key;
    this.#moved = moved;
  }

  get value(): Value {
    return this.#value;
  }

  get undoable(): boolean {
    return this.#before.length > 0;
  }

  is(other: Value | null): boolean {
    return other !== null && this.#key(this.#value) === this.#key(other);
  }

  /** From here until `release` everything is one change, which one undo takes back. */
  grasp(): void {
    this.#held ??= { value: this.#value };
  }

  release(): void {
    const held = this.#held;
    this.#held = null;
    if (held && !this.is(held.value)) this.#before = [...this.#before, held.value];
  }

  move(to: Value): void {
    if (this.is(to)) return;
    if (!this.#held) this.#before = [...this.#before, this.#value];
    this.#value = to;
    this.#moved(to);
  }

  undo(): void {
    if (!this.undoable) return;
    this.#value = this.#before.at(-1) as Value;
    this.#before = this.#before.slice(0, -1);
    this.#moved(this.#value);
  }
}
