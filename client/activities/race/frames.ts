import { LONGEST_FRAME } from './tempo';

/** As much of a browser as frames need. */
export interface FrameSource {
  /** Calls back at the next frame; in a tab that nobody sees there is none. */
  readonly frame: (call: () => void) => void;
  /** ms */
  readonly now: () => number;
}

/** The next frame whenever it is asked for, with the ms that went by in front of somebody's eyes. */
export class Frames {
  readonly #source: FrameSource;
  readonly #pass: (ms: number) => void;
  #awaited = false;

  constructor(source: FrameSource, pass: (ms: number) => void) {
    this.#source = source;
    this.#pass = pass;
  }

  /** Asks for a frame; there is never more than one awaited. */
  next(): void {
    if (this.#awaited) return;
    this.#awaited = true;
    const since = this.#source.now();
    this.#source.frame(() => {
      this.#awaited = false;
      this.#pass(Math.min(LONGEST_FRAME, this.#source.now() - since));
    });
  }
}
