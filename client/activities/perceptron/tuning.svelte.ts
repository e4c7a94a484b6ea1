import { check } from '#shared/activities/perceptron/grade';
import type { Submission, View } from '#shared/activities/perceptron/index';

const same = (a: Submission, b: Submission | null): boolean =>
  b !== null && [...a.w, a.b].join() === [...b.w, b.b].join();

/** A neuron in a student's hands: where it is, and how to take the last change back. */
export class Tuning {
  #neuron: Submission = $state.raw({ w: [], b: 0 });
  #before: readonly Submission[] = $state.raw([]);
  #held: Submission | null = null;
  readonly #moved: (neuron: Submission) => void;

  constructor(start: Submission, moved: (neuron: Submission) => void) {
    this.#neuron = start;
    this.#moved = moved;
  }

  get neuron(): Submission {
    return this.#neuron;
  }

  get undoable(): boolean {
    return this.#before.length > 0;
  }

  is(other: Submission | null): boolean {
    return same(this.#neuron, other);
  }

  /** From here until `release` everything is one change, which one undo takes back. */
  grasp(): void {
    this.#held ??= this.#neuron;
  }

  release(): void {
    const held = this.#held;
    this.#held = null;
    if (held && !this.is(held)) this.#before = [...this.#before, held];
  }

  move(to: Submission): void {
    if (this.is(to)) return;
    if (!this.#held) this.#before = [...this.#before, this.#neuron];
    this.#neuron = to;
    this.#moved(to);
  }

  undo(): void {
    const last = this.#before.at(-1);
    if (!last) return;
    this.#before = this.#before.slice(0, -1);
    this.#neuron = last;
    this.#moved(last);
  }
}

/** Where a student starts: the kept draft if it fits this gate, else what was sent, else all sliders at 0. */
export function startOf({ gate, rows }: View, draft: unknown, submission: Submission | null): Submission {
  const flat: Submission = { w: (rows[0]?.x ?? []).map(() => 0), b: 0 };
  const kept = shaped(draft) && check({ gate }, draft).ok ? draft : null;
  return kept ?? submission ?? flat;
}

const shaped = (value: unknown): value is Submission =>
  typeof value === 'object' &&
  value !== null &&
  'w' in value &&
  Array.isArray(value.w) &&
  value.w.every((w) => typeof w === 'number') &&
  'b' in value &&
  typeof value.b === 'number';
