import type { TrainingRequest, TrainingResult } from '#shared/training/request';

/** A seat asks for something to be trained. */
export interface Asked {
  readonly session: string;
  /** Where the seat is: devices take turns, however many seats one has. */
  readonly device: string;
  /** Names the job in its session: several devices may ask for the same one, and it is done once. */
  readonly job: string;
  /** What to train; called when it is its turn, because it holds all the data. */
  readonly request: () => TrainingRequest;
  /** Told when nobody waits for the job any more. */
  readonly dropped?: AbortSignal;
}

/** A job is tried so often before it has failed. */
const TRIES = 2;

/** Something to be trained, for whoever asks for it. */
export class Job {
  readonly ended: Promise<TrainingResult | null>;
  readonly devices = new Set<string>();
  /** In a line, and not in a thread. */
  waits = true;
  /** Nobody waits for it. */
  dropped = false;
  #tries = 0;
  #settle: (result: TrainingResult | null) => void = () => undefined;

  /** `key` names it in the pool. */
  constructor(
    readonly key: string,
    readonly session: string,
    readonly request: () => TrainingRequest,
  ) {
    this.ended = new Promise((settle) => (this.#settle = settle));
  }

  /** Whether a try of it has failed already. */
  get again(): boolean {
    return this.#tries > 0;
  }

  /** It may be asked of no thread: it has failed without a try. */
  refused(): void {
    this.#settle(null);
  }

  drop(): void {
    this.dropped = true;
    this.waits = false;
    this.#settle(null);
  }

  /** A try is over; null: it failed. Answers whether that was the end of it. */
  tried(result: TrainingResult | null): boolean {
    this.#tries += 1;
    const over = result !== null || this.#tries >= TRIES;
    if (over) this.#settle(result);
    return over;
  }
}
