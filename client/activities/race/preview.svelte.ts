import type { Submission } from '#shared/activities/race/config';
import type { Seed } from '#shared/rng';
import type { OpenPreview } from '../../workers/open-preview';
import type { PreviewTask, Progress } from '../../workers/preview';
import { Frames, type FrameSource } from './frames';
import { TargetEpoch } from './target-epoch';
import { LONGEST_SLICE, nextSlice, SLICE } from './tempo';
import { TrialState, type Beginning } from './trial-state.svelte';
import { WorkerLine } from './worker-line';

/** A worker that dies so often without an epoch that is new is not started again by itself. */
const MOST_DEATHS = 3;

/** What a preview needs of a browser; a test brings its own. */
export interface PreviewBrowser extends FrameSource {
  readonly open: OpenPreview;
  readonly seed: () => Seed;
}

/** What a submission asks of the worker, with weights drawn from a seed: the family says it. */
export type TaskOf = (submission: Submission, seed: Seed) => PreviewTask;

const alike = (a: Submission, b: Submission) => JSON.stringify(a) === JSON.stringify(b);

/** A network that trains on the visible data in a worker, while its configuration stands still. */
export class Preview extends TrialState {
  readonly #taskOf: TaskOf;
  readonly #newSeed: () => Seed;
  readonly #line: WorkerLine;
  readonly #frames: Frames;
  readonly #target = new TargetEpoch();
  #seed: Seed;
  #submission: Submission;
  #run = 0;
  /** The worker is not yet where the shown run is. */
  #preparing = false;
  #looking = false;
  #deaths = 0;
  /** The first epoch, learnt before anybody asks for it: whoever presses start sees it in the next frame. */
  #ahead: Progress | null = null;
  /** How far the last message asked to train, and for how many ms it let the worker try. */
  #asked = { epoch: 0, slice: SLICE };

  constructor(taskOf: TaskOf, start: Submission, browser: PreviewBrowser) {
    super();
    this.#taskOf = taskOf;
    this.#submission = start;
    this.#newSeed = browser.seed;
    this.#seed = this.#newSeed();
    this.#frames = new Frames(browser, (ms) => this.#pass(ms));
    this.#line = new WorkerLine(
      browser.open,
      (progress) => this.#hear(progress),
      () => this.#lost(),
    );
    this.#begin('first');
  }

  /** Follows the controls. More or fewer epochs let the run go on; anything else starts it afresh. */
  follow(submission: Submission): void {
    const before = this.#submission;
    if (alike(before, submission)) return;
    this.#submission = submission;
    const { epochs } = submission;
    if (!alike({ ...before, epochs }, submission) || this.epoch > epochs) return this.#begin('changed');
    if (this.status === 'done' && this.epoch < epochs) this.status = 'paused';
    this.#target.run(this.epoch, epochs);
  }

  /** Goes on, the next epoch at once; from the end, the same run again from the same weights. */
  start(): void {
    if (this.ended) this.#begin('again');
    this.#deaths = 0;
    this.status = 'running';
    this.#target.run(this.epoch, this.#submission.epochs);
    this.#ask();
  }

  pause(): void {
    if (this.status === 'running') this.status = 'paused';
    this.#target.rest(this.epoch);
  }

  /** One epoch more, also while the one before is still under way. */
  step(): void {
    if (this.ended) return;
    this.#deaths = 0;
    this.status = 'paused';
    this.#target.step(this.epoch, this.#submission.epochs);
    this.#ask();
  }

  /** Back to epoch 0, with other initial weights: the same configuration may end elsewhere. */
  reset(): void {
    this.#seed = this.#newSeed();
    this.draws += 1;
    this.#begin('drawn');
  }

  /** Shows every neuron from now on, or no more. */
  look(inside: boolean): void {
    this.#looking = inside;
    if (!inside) this.inside = null;
    else if (this.#ahead) this.#prepare();
    else if (!this.#line.due) this.#advance(this.epoch, 0);
  }

  /** Ends the worker and frees its memory. Whoever goes on gets another one, which comes to the same epoch first. */
  close(): void {
    this.pause();
    this.#ahead = null;
    this.#line.close();
  }

  #begin(beginning: Beginning): void {
    this.clear(beginning);
    this.#target.rest(0);
    this.#deaths = 0;
    this.#run += 1;
    this.#prepare();
  }

  /** The same recipe and seed give the same bits, from whichever worker. */
  #prepare(): void {
    const task = this.#taskOf(this.#submission, this.#seed);
    this.#preparing = true;
    this.#ahead = null;
    this.#asked = { epoch: 0, slice: SLICE };
    this.#line.send({ type: 'prepare', run: this.#run, task, inside: this.#looking });
    this.#frames.next();
  }

  /** Shows or asks for the epochs that are due; until one is, a run waits for the next frame. */
  #ask(): void {
    if (this.#line.due) return;
    const running = this.status === 'running';
    const due = this.#target.due(running, this.#submission.epochs);
    if (due > this.epoch && this.#ahead) this.#take(this.#ahead);
    else if (due > this.epoch) this.#advance(due, this.#asked.slice);
    else if (running) this.#frames.next();
    else if (this.status === 'ready' && !this.#ahead && this.#line.open) this.#advance(1, SLICE);
  }

  /** Where there is no worker one is started; what is wanted is asked of it once it is ready. */
  #advance(epoch: number, ms: number): void {
    if (!this.#line.open) return this.#prepare();
    this.#asked = { epoch, slice: Math.max(SLICE, ms) };
    this.#line.send({ type: 'advance', run: this.#run, epoch, ms, inside: this.#looking });
    this.#frames.next();
  }

  #pass(ms: number): void {
    if (this.status === 'running' && !this.#preparing) this.#target.pass(ms);
    this.#line.wait(ms);
    if (this.#line.due) this.#frames.next();
    else this.#ask();
  }

  #hear(progress: Progress): void {
    // Another worker learns again what is already shown.
    if (progress.epoch < this.epoch) return this.#advance(this.epoch, LONGEST_SLICE);
    this.#asked.slice = nextSlice(this.#asked.slice, progress.epoch < this.#asked.epoch);
    if (this.status !== 'ready' || progress.epoch === 0) return this.#take(progress);
    if (this.#looking && !progress.inside) return this.#prepare();
    this.#ahead = progress;
  }

  #take(progress: Progress): void {
    const ready = this.#preparing;
    this.#preparing = false;
    this.#ahead = null;
    if (progress.epoch > this.epoch) this.#deaths = 0;
    this.show(this.#looking ? progress : { ...progress, inside: null }, this.#submission.epochs);
    if (this.#looking && !progress.inside) this.#advance(this.epoch, 0);
    else if (ready || this.status !== 'running') this.#ask();
    else this.#frames.next();
  }

  #lost(): void {
    this.#deaths += 1;
    this.trouble = this.#deaths > MOST_DEATHS ? 'stuck' : 'resuming';
    if (this.trouble === 'resuming') this.#prepare();
    else this.pause();
  }
}
