import type { OpenPreview, PreviewLine } from '../../workers/open-preview';
import type { FromPreview, Progress, ToPreview } from '../../workers/preview';

/**
 * A worker that has answered before and now says nothing for so long is dead, ms in front of somebody's eyes: many
 * times what the largest network takes for an epoch and a picture on the slowest phone.
 */
const PATIENCE = 5_000;

type Asking = Exclude<ToPreview, { readonly type: 'judge' }>;

/**
 * A line to the preview's worker: opened when there is something to say, with at most one message unanswered, and
 * given up when the worker is dead, whether it said so or not. A worker that still loads is not dead: on a slow
 * network its code may take its time, and code that cannot be had is told as an error.
 */
export class WorkerLine {
  readonly #start: OpenPreview;
  readonly #hear: (progress: Progress) => void;
  readonly #lost: () => void;
  #line: PreviewLine | null = null;
  #run = 0;
  #due = false;
  #answered = false;
  #waited = 0;

  constructor(start: OpenPreview, hear: (progress: Progress) => void, lost: () => void) {
    this.#start = start;
    this.#hear = hear;
    this.#lost = lost;
  }

  get open(): boolean {
    return this.#line !== null;
  }

  /** Whether an answer is due. */
  get due(): boolean {
    return this.#due;
  }

  /** Says something; what was said before about another run will not be heard any more. */
  send(message: Asking): void {
    this.#line ??= this.#dial();
    this.#run = message.run;
    this.#due = true;
    this.#waited = 0;
    this.#line.send(message);
  }

  /** So many ms have gone by in front of somebody's eyes. */
  wait(ms: number): void {
    if (!this.#due || !this.#answered) return;
    this.#waited += ms;
    if (this.#waited > PATIENCE) this.#giveUp();
  }

  close(): void {
    this.#line?.close();
    this.#line = null;
    this.#due = false;
  }

  #dial(): PreviewLine {
    this.#answered = false;
    const still = () => this.#line === line;
    const line: PreviewLine = this.#start(
      (message) => still() && this.#take(message),
      () => still() && this.#giveUp(),
    );
    return line;
  }

  #take(message: FromPreview): void {
    if (message.type !== 'progress') return;
    this.#answered = true;
    if (message.run !== this.#run) return;
    this.#due = false;
    this.#hear(message);
  }

  #giveUp(): void {
    this.close();
    this.#lost();
  }
}
