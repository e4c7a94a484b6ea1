import { keyOf } from '#shared/activities/neuron/lines';
import { settable, type Neuron } from '#shared/activities/neuron/neuron';
import { type Row } from '#shared/activities/neuron/truth-table';
import { isObject, startFrom } from '../kit/start';
import { Tuned } from '../kit/tuned.svelte';

/** A neuron in a student's hands. */
export class Tuning extends Tuned<Neuron> {
  constructor(start: Neuron, moved: (neuron: Neuron) => void) {
    super(start, keyOf, moved);
  }

  get neuron(): Neuron {
    return this.value;
  }
}

/** All sliders at 0, of a neuron for this table. */
export const atRest = (rows: readonly Row[]): Neuron => ({ w: (rows[0]?.x ?? []).map(() => 0), b: 0 });

/** Where a student starts whose sliders nobody has touched stand at `untouched`. */
export function startOf(untouched: Neuron, draft: unknown, submission: Neuron | null): Neuron {
  const fits = (kept: unknown): kept is Neuron =>
    isNeuron(kept) && kept.w.length === untouched.w.length && settable(kept);
  return startFrom({ draft, submission, untouched }, fits);
}

const isNeuron = (value: unknown): value is Neuron =>
  isObject(value) &&
  Array.isArray(value.w) &&
  value.w.every((w) => typeof w === 'number') &&
  typeof value.b === 'number';
