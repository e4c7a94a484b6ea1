import type { Submission } from '#shared/activities/race/config';
import { completed } from '#shared/activities/race/completed';
import type { Seed } from '#shared/rng';
import type { Points } from '#shared/training/request';
import type { FromPreview, Progress } from '../../workers/preview';
import type { PreviewLine } from '../../workers/open-preview';
import { targetEpoch } from './pace';

/** Predictions along each side of the map. */
export const MAP_SIDE = 40;
/** How long the worker may train between two pictures, ms: one picture for each frame stays in reach. */
const SLICE = 12;
/** Earlier runs that stay in the picture. */
const GHOSTS = 5;

export type Status = 'ready' | 'running' | 'paused' | 'done' | 'diverged';

/** An earlier run. */
export interface Ghost {
  readonly losses: readonly number[];
}

/** What the preview needs of its surroundings, so that a test can stand in for them. */
export interface Surroundings {
  readonly open: (hear: (message: FromPreview) => void) => PreviewLine;
  /** Calls back at the next frame. */
  readonly frame: (call: () => void) => void;
  /** ms */
  readonly now: () => number;
  readonly seed: () => Seed;
}

/** A network that trains on the visible points in a worker, while its configuration stands still. */
export class Preview {
  status: Status = $state('ready');
  epoch = $state(0);
  accuracy: number | null = $state(null);
  map: Float32Array | null = $state.raw(null);
  losses: readonly number[] = $state.raw([]);
  ghosts: readonly Ghost[] = $state.raw([]);
  /** How many times the weights were drawn anew. */
  draws = $state(1);

  readonly #line: PreviewLine;
  readonly #surroundings: Surroundings;
  readonly #points: Points;
  readonly #extent: number;
  #seed: Seed;
  #submission: Submission;
  #run = 0;
  /** A message to the worker is unanswered; a frame is awaited. */
  #asked = false;
  #waiting = false;
  #began = { at: 0, epoch: 0 };

  constructor(points: Points, extent: number, start: Submission, surroundings: Surroundings) {
    this.#points = points;
    this.#extent = extent;
    this.#submission = start;
    this.#surroundings = surroundings;
    this.#seed = surroundings.seed();
    this.#line = surroundings.open((message) => {
      if (message.type === 'progress' && message.run === this.#run) this.#hear(message);
    });
    this.#prepare();
  }

  get loss(): number | null {
    return this.losses.at(-1) ?? null;
  }

  /** Follows the controls. More or fewer epochs let the run go on; anything else starts it afresh. */
  follow(submission: Submission): void {
    const before = this.#submission;
    if (JSON.stringify(before) === JSON.stringify(submission)) return;
    this.#submission = submission;
    const same = JSON.stringify({ ...before, epochs: 0 }) === JSON.stringify({ ...submission, epochs: 0 });
    if (!same) return this.#afresh();
    if (this.status === 'done' && this.epoch < submission.epochs) this.status = 'paused';
    if (this.epoch > submission.epochs) this.#afresh();
  }

  start(): void {
    if (this.status === 'done' || this.status === 'diverged') this.#afresh();
    this.status = 'running';
    this.#began = { at: this.#surroundings.now(), epoch: this.epoch };
    this.#ask();
  }

  pause(): void {
    if (this.status === 'running') this.status = 'paused';
  }

  /** One epoch. */
  step(): void {
    if (this.status === 'done' || this.status === 'diverged' || this.#asked) return;
    this.status = 'paused';
    this.#advance(this.epoch + 1);
  }

  /** Back to epoch 0, with other initial weights: the same configuration may end elsewhere. */
  reset(): void {
    this.#seed = this.#surroundings.seed();
    this.draws += 1;
    this.#afresh();
  }

  close(): void {
    this.status = 'paused';
    this.#line.close();
  }

  #afresh(): void {
    if (this.losses.length > 1) this.ghosts = [...this.ghosts, { losses: this.losses }].slice(-GHOSTS);
    this.#prepare();
  }

  #prepare(): void {
    this.#run += 1;
    this.#asked = false;
    this.status = 'ready';
    this.epoch = 0;
    this.losses = [];
    const recipe = {
      family: 'mlp' as const,
      train: this.#points,
      ...completed(this.#submission),
      seeds: [this.#seed],
    };
    this.#line.send({
      type: 'prepare',
      run: this.#run,
      task: { recipe, extent: this.#extent, side: MAP_SIDE },
    });
  }

  /** Asks for the epochs that are due; until one is, it waits for the next frame. */
  #ask(): void {
    if (this.#asked || this.status !== 'running') return;
    const elapsed = this.#surroundings.now() - this.#began.at;
    const due = targetEpoch(this.#began.epoch, this.#submission.epochs, elapsed);
    if (due > this.epoch) this.#advance(due);
    else this.#nextFrame();
  }

  #nextFrame(): void {
    if (this.#waiting) return;
    this.#waiting = true;
    this.#surroundings.frame(() => {
      this.#waiting = false;
      this.#ask();
    });
  }

  #advance(epoch: number): void {
    this.#asked = true;
    this.#line.send({ type: 'advance', run: this.#run, epoch, ms: SLICE });
  }

  #hear({ epoch, losses, accuracy, diverged, map }: Progress): void {
    this.#asked = false;
    this.epoch = epoch;
    this.accuracy = accuracy;
    this.map = map;
    this.losses = [...this.losses, ...losses];
    if (diverged) this.status = 'diverged';
    else if (epoch >= this.#submission.epochs) this.status = 'done';
    else if (this.status === 'running') this.#nextFrame();
  }
}
