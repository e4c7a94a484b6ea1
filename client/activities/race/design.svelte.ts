import { check, costOf } from '#shared/activities/race/check';
import { batches, type Submission } from '#shared/activities/race/config';
import { energyFactor } from '#shared/activities/race/grade';
import { keyOf } from '#shared/activities/race/key';
import { ratesWithin, type Rate } from '#shared/activities/race/rates';
import { startOf } from '#shared/activities/race/start';
import type { View } from '#shared/activities/race/view';
import type { Activation } from '#shared/training/request';
import { epochMarks } from './epochs';

/** A configuration in a student's hands. */
export class Design {
  #submission: Submission = $state.raw({ layers: [], rate: 0.001, epochs: 1 });
  readonly #view: View;
  readonly rates: readonly Rate[];
  readonly epochs: readonly number[];
  readonly batches = batches;

  constructor(view: View, start: Submission) {
    this.#view = view;
    this.#submission = start;
    this.rates = ratesWithin(view.limits.rate);
    this.epochs = epochMarks(view.limits.epochs, start.epochs);
  }

  get submission(): Submission {
    return this.#submission;
  }

  get energy(): number {
    return costOf(this.#view.samples, this.#submission);
  }

  /** More than the energy allows. */
  get over(): boolean {
    return this.energy > this.#view.energy.max;
  }

  /** The share of the points that the energy leaves, 0..1. */
  get worth(): number {
    return energyFactor(this.#view, this.energy);
  }

  is(other: Submission | null): boolean {
    return other !== null && keyOf(other) === keyOf(this.#submission);
  }

  addLayer(): void {
    if (this.#submission.layers.length < this.#view.limits.layers)
      this.#set({ layers: [...this.#layers, 2] });
  }

  dropLayer(): void {
    this.#set({ layers: this.#layers.slice(0, -1) });
  }

  resize(layer: number, neurons: number): void {
    const fits = Math.max(1, Math.min(this.#view.limits.neurons, neurons));
    this.#set({ layers: this.#layers.map((old, i) => (i === layer ? fits : old)) });
  }

  setRate(at: number): void {
    const rate = this.rates[at];
    if (rate !== undefined) this.#set({ rate });
  }

  setEpochs(at: number): void {
    const epochs = this.epochs[at];
    if (epochs !== undefined) this.#set({ epochs });
  }

  setActivation(activation: Activation): void {
    this.#set({ activation });
  }

  setBatch(size: number): void {
    const batch = batches.find((known) => known === size);
    if (batch !== undefined) this.#set({ batch });
  }

  get #layers(): readonly number[] {
    return this.#submission.layers;
  }

  #set(change: Partial<Submission>): void {
    this.#submission = { ...this.#submission, ...change };
  }
}

/** Where a student starts: the kept draft if it fits this step, else what was sent, else the untouched controls. */
export function startOfDesign(view: View, draft: unknown, submission: Submission | null): Submission {
  if (shaped(draft) && check(view, draft).ok && ratesWithin(view.limits.rate).includes(draft.rate))
    return draft;
  return submission ?? startOf(view);
}

const shaped = (value: unknown): value is Submission =>
  typeof value === 'object' &&
  value !== null &&
  'layers' in value &&
  Array.isArray(value.layers) &&
  value.layers.every((neurons) => Number.isInteger(neurons)) &&
  'rate' in value &&
  typeof value.rate === 'number' &&
  'epochs' in value &&
  typeof value.epochs === 'number';
