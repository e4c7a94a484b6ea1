import type { Submission } from '#shared/activities/race/families/mlp/config';
import type { MlpView } from '#shared/activities/race/view';
import type { Activation } from '#shared/training/request';
import { Design, learnsSomehow } from '../../design.svelte';

/** Neurons of a layer that was just added. */
const NEW_LAYER = 2;

/** A network of layers in a student's hands. */
export class MlpDesign extends Design<Submission> {
  readonly #limits: MlpView['limits'];

  constructor(view: MlpView, start: Submission) {
    super(view, start);
    this.#limits = view.limits;
  }

  addLayer(): void {
    if (this.#layers.length < this.#limits.layers) this.#setLayers([...this.#layers, NEW_LAYER]);
  }

  dropLayer(): void {
    this.#setLayers(this.#layers.slice(0, -1));
  }

  resize(layer: number, neurons: number): void {
    const fits = Math.max(1, Math.min(this.#limits.neurons, neurons));
    this.#setLayers(this.#layers.map((old, i) => (i === layer ? fits : old)));
  }

  setActivation(activation: Activation): void {
    this.set({ ...this.submission, activation });
  }

  get #layers(): readonly number[] {
    return this.submission.layers;
  }

  #setLayers(layers: number[]): void {
    this.set({ ...this.submission, layers });
  }
}

/** Layers of whole numbers, no family named: what an mlp's submission looks like. */
export const isSubmission = (value: object): value is Submission =>
  !('family' in value) &&
  'layers' in value &&
  Array.isArray(value.layers) &&
  value.layers.every((neurons) => Number.isInteger(neurons)) &&
  learnsSomehow(value);
