import { keyOf } from '#shared/activities/neuron/lines';
import { settable, type Neuron } from '#shared/activities/neuron/neuron';
import { type Row } from '#shared/activities/neuron/truth-table';

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

/** A neuron in a student's hands. */
export class Tuning extends Tuned<Neuron> {
  constructor(start: Neuron, moved: (neuron: Neuron) => void) {
    super(start, keyOf, moved);
  }

  get neuron(): Neuron {
    return this.value;
  }
}

/** Where a student starts: the kept draft if it fits this table, else what was sent, else all sliders at 0. */
export function startOf(rows: readonly Row[], draft: unknown, submission: Neuron | null): Neuron {
  const flat: Neuron = { w: (rows[0]?.x ?? []).map(() => 0), b: 0 };
  const fits = shaped(draft) && draft.w.length === flat.w.length && settable(draft);
  const kept = fits ? draft : null;
  return kept ?? submission ?? flat;
}

const shaped = (value: unknown): value is Neuron =>
  typeof value === 'object' &&
  value !== null &&
  'w' in value &&
  Array.isArray(value.w) &&
  value.w.every((w) => typeof w === 'number') &&
  'b' in value &&
  typeof value.b === 'number';
