import type { ErrorCode } from '#shared/errors';
import type { Moment, Still } from '#shared/session/replayed';
import { standing, type Speed } from './speed';
import { remembered, type Stills } from './stills';

/** A session's time line that is being watched: which moment, and what was shown then. */
export class Tape {
  index = $state(0);
  playing = $state(false);
  speed = $state<Speed>(4);
  still = $state.raw<Still | null>(null);
  trouble = $state<ErrorCode | null>(null);

  readonly #stills: Stills;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly moments: readonly Moment[],
    stills: Stills,
  ) {
    this.#stills = remembered(stills);
  }

  readonly moment = $derived.by(() => this.moments[this.index] ?? null);
  readonly atEnd = $derived.by(() => this.index >= this.moments.length - 1);

  /** Shows a moment; one beyond either end is the end. */
  async go(index: number): Promise<void> {
    this.index = Math.min(Math.max(0, index), this.moments.length - 1);
    await this.#show();
  }

  /** The moment when the step before or after this one was opened. */
  turn(by: 1 | -1): Promise<void> {
    const opened = this.moments.flatMap(({ type }, i) => (type === 'step-opened' ? [i] : []));
    const next = by > 0 ? opened.find((i) => i > this.index) : opened.filter((i) => i < this.index).at(-1);
    return this.go(next ?? (by > 0 ? this.moments.length - 1 : 0));
  }

  async toggle(): Promise<void> {
    if (this.playing) return this.stop();
    this.playing = true;
    if (this.atEnd) await this.go(0);
    this.#next();
  }

  stop(): void {
    this.playing = false;
    clearTimeout(this.#timer);
  }

  #next(): void {
    clearTimeout(this.#timer);
    const [here, there] = [this.moments[this.index], this.moments[this.index + 1]];
    if (!here || !there) return this.stop();
    this.#timer = setTimeout(() => void this.#advance(), standing(there.at - here.at, this.speed));
  }

  async #advance(): Promise<void> {
    await this.go(this.index + 1);
    if (this.playing) this.#next();
  }

  /** Only the still that was asked for last is shown: a still that comes too late is not shown. */
  async #show(): Promise<void> {
    const wanted = this.moments[this.index]?.seq;
    if (wanted === undefined) return;
    const answer = await this.#stills(wanted);
    if (this.moments[this.index]?.seq !== wanted) return;
    this.trouble = answer.ok ? null : answer.error;
    if (answer.ok) this.still = answer.value;
    else this.stop();
  }
}
