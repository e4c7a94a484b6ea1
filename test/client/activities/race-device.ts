import type { Submission } from '#shared/activities/race/config';
import { circle } from '#shared/activities/race/families/mlp/samples';
import { rulesOf } from '#shared/activities/race/rules';
import type { Seed } from '#shared/rng';
import type { FromPreview, PreviewTask, ToPreview } from '../../../client/workers/preview';
import { Preview } from '../../../client/activities/race/preview.svelte';

/** ms between two frames of a screen. */
export const FRAME = 1_000 / 60;

const points = { x: [1, 1, -1, -1], y: [1, 0] as const };
const rules = rulesOf(circle);

/** What an mlp asks of its worker. */
const taskOf = (submission: Submission, seed: Seed): PreviewTask => ({
  recipe: { ...rules.choice(submission), train: points, seeds: [seed] },
  picture: { of: 'plane', layers: [], activation: 'tanh', extent: 6, side: 1 },
});
const map = new Float32Array(1);

interface Speed {
  /** ms in which its worker trains an epoch, and draws a picture. */
  readonly epoch: number;
  readonly picture: number;
}

interface Worker {
  readonly hear: (message: FromPreview) => void;
  readonly lost: () => void;
  /** What it was told, the first message first. */
  readonly told: ToPreview[];
  epoch: number;
  /** Closed by the page. */
  closed: boolean;
  /** Ended by the browser, without a word. */
  dead: boolean;
}

const asked = ({ told }: Worker) => told.at(-1);

/** A phone in simulated time: frames at 60 Hz while somebody looks, and a worker of its own speed. */
export class Device {
  readonly preview: Preview;
  readonly workers: Worker[] = [];
  /** Every picture that came: when, and of which epoch. */
  readonly pictures: { readonly at: number; readonly epoch: number }[] = [];
  /** The epoch after which a worker cannot train any more. */
  fatal = Infinity;
  now = 0;
  #frames: (() => void)[] = [];
  #errands: { readonly at: number; readonly run: () => void }[] = [];
  #seeds = 0;

  constructor(
    start: Submission,
    readonly speed: Speed = { epoch: 0.5, picture: 2 },
  ) {
    this.preview = new Preview(taskOf, start, {
      open: (hear, lost) => this.#open(hear, lost),
      frame: (call) => void this.#frames.push(call),
      now: () => this.now,
      seed: () => `seed ${(this.#seeds += 1)}`,
    });
  }

  get worker(): Worker {
    const last = this.workers.at(-1);
    if (!last) throw new Error('there is no worker');
    return last;
  }

  /** Workers that hold memory. */
  get alive(): number {
    return this.workers.filter(({ closed, dead }) => !closed && !dead).length;
  }

  /** Messages that asked for training. */
  get advances() {
    return this.workers.flatMap(({ told }) => told).filter((message) => message.type === 'advance');
  }

  /** The preview in front of somebody's eyes for so many ms, or until it stands still. */
  watch(ms: number): void {
    const end = this.now + ms;
    while (this.now < end) {
      this.#until(Math.min(end, this.now + FRAME));
      const calls = this.#frames.splice(0);
      for (const call of calls) call();
    }
  }

  /** So many ms in which nobody looks: the worker answers, but there are no frames. */
  hide(ms: number): void {
    this.#until(this.now + ms);
  }

  /** Until the run is at its end, however long that takes; answers with the ms. */
  finish(): number {
    const began = this.now;
    while (!this.preview.ended && this.now - began < 1_000_000) this.watch(FRAME);
    return this.now - began;
  }

  #until(end: number): void {
    for (;;) {
      const next = this.#errands.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.#errands.splice(this.#errands.indexOf(next), 1);
      this.now = Math.max(this.now, next.at);
      next.run();
    }
    this.now = end;
  }

  #open(hear: (message: FromPreview) => void, lost: () => void) {
    const worker: Worker = { hear, lost, told: [], epoch: 0, closed: false, dead: false };
    this.workers.push(worker);
    return {
      send: (message: ToPreview) => {
        worker.told.push(message);
        if (!worker.dead) this.#work(worker, message);
      },
      close: () => void (worker.closed = true),
    };
  }

  #work(worker: Worker, message: ToPreview): void {
    if (message.type === 'judge') return;
    if (message.type === 'prepare') worker.epoch = 0;
    const before = worker.epoch;
    let took = 0;
    if (message.type === 'advance')
      while (worker.epoch < message.epoch && took < message.ms) {
        worker.epoch += 1;
        took += this.speed.epoch;
      }
    const { epoch } = worker;
    const learnt = message.type === 'prepare' ? 1 : epoch - before;
    const losses = Array.from({ length: learnt }, (_, i) => 1 / (epoch - learnt + i + 2));
    const inside = message.inside ? { maps: map, weights: map } : null;
    const at = this.now + took + this.speed.picture;
    const run = () => {
      if (worker.closed || worker.dead) return;
      if (epoch > this.fatal) return worker.lost();
      this.pictures.push({ at, epoch });
      const { run } = message;
      worker.hear({ type: 'progress', run, epoch, losses, accuracy: 0.5, diverged: false, map, inside });
    };
    this.#errands.push({ at, run });
  }
}

export const lastTold = (device: Device) => asked(device.worker);
