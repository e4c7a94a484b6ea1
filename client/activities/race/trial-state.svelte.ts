import type { Inside, Progress } from '../../workers/preview';

/** Earlier runs that stay in the picture. */
const GHOSTS = 5;

export type Status = 'ready' | 'running' | 'paused' | 'done' | 'diverged';

/** Why a run stands at epoch 0: it is the first, the weights were drawn anew, another network, or the same again. */
export type Beginning = 'first' | 'drawn' | 'changed' | 'again';

/** The worker is gone: another one brings the run back to where it stood, or none can be had. */
export type Trouble = 'none' | 'resuming' | 'stuck';

/** An earlier run. */
export interface Ghost {
  readonly losses: readonly number[];
}

/** What there is to see of a trial: the present run, and earlier ones. */
export class TrialState {
  status: Status = $state('ready');
  beginning: Beginning = $state('first');
  trouble: Trouble = $state('none');
  epoch = $state(0);
  accuracy: number | null = $state(null);
  map: Float32Array | null = $state.raw(null);
  /** Every neuron, while somebody looks inside. */
  inside: Inside | null = $state.raw(null);
  /** The loss after each epoch, from epoch 0 on. */
  losses: readonly number[] = $state.raw([]);
  ghosts: readonly Ghost[] = $state.raw([]);
  /** How many times weights were drawn; the present ones are this draw's. */
  draws = $state(1);

  get loss(): number | null {
    return this.losses.at(-1) ?? null;
  }

  get ended(): boolean {
    return this.status === 'done' || this.status === 'diverged';
  }

  /** Back to epoch 0. The run so far stays as a ghost, unless the very same one comes again. */
  protected clear(beginning: Beginning): void {
    if (beginning !== 'again' && this.losses.length > 1)
      this.ghosts = [...this.ghosts, { losses: this.losses }].slice(-GHOSTS);
    // The picture stays until there is another, so that nothing flickers; other layers have other neurons.
    if (beginning === 'changed') this.inside = null;
    this.beginning = beginning;
    this.status = 'ready';
    this.trouble = 'none';
    this.epoch = 0;
    this.losses = [];
  }

  /** Shows how far the run is, of `epochs`. */
  protected show({ epoch, losses, accuracy, diverged, map, inside }: Progress, epochs: number): void {
    const unseen = epoch + 1 - this.losses.length;
    this.losses = [...this.losses, ...losses.slice(Math.max(0, losses.length - unseen))];
    this.epoch = epoch;
    this.accuracy = accuracy;
    this.map = map;
    this.inside = inside;
    this.trouble = 'none';
    if (diverged) this.status = 'diverged';
    else if (epoch >= epochs) this.status = 'done';
  }
}
