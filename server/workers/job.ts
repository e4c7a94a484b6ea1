import type { TrainingRequest } from '#shared/training/request';
import type { ClassRequest } from '#shared/training/together/request';
import type { Work } from './work';

/** Somebody asks for something. */
interface AskedFor<Request> {
  readonly session: string;
  /** Where the seat is: devices take turns, however many seats one has. */
  readonly device: string;
  /** Names the job in its session: several devices may ask for the same one, and it is done once. */
  readonly job: string;
  /** What to do; called when it is its turn, because it holds all the data. */
  readonly request: () => Request;
  /** Told when nobody waits for the job any more. */
  readonly dropped?: AbortSignal;
}

/** A seat asks for something to be trained. */
export type Asked = AskedFor<TrainingRequest>;

/** A room asks for its class to be reckoned together. */
export type AskedClass = AskedFor<ClassRequest>;

/** A job is tried so often before it has failed. */
const TRIES = 2;

/** Something to be trained or reckoned, for whoever asks for it. */
export class Job {
  /** When it was asked for, by the clock of `performance.now()`, ms. */
  readonly since = performance.now();
  /** What a thread answered, which was sound; null: it failed. */
  readonly ended: Promise<unknown>;
  readonly devices = new Set<string>();
  /** In a line, and not in a thread. */
  waits = true;
  /** Nobody waits for it. */
  dropped = false;
  #tries = 0;
  #settle: (result: unknown) => void = () => undefined;

  /** `key` names it in the pool. */
  constructor(
    readonly key: string,
    readonly session: string,
    readonly work: () => Work,
  ) {
    this.ended = new Promise((settle) => (this.#settle = settle));
  }

  /** Whether a try of it has failed already. */
  get again(): boolean {
    return this.#tries > 0;
  }

  /** It has failed, and is not tried once more. */
  failed(): void {
    this.#settle(null);
  }

  drop(): void {
    this.dropped = true;
    this.waits = false;
    this.#settle(null);
  }

  /** A try is over; null: it failed. Answers whether that was the end of it. */
  tried(result: unknown): boolean {
    this.#tries += 1;
    const over = result !== null || this.#tries >= TRIES;
    if (over) this.#settle(result);
    return over;
  }
}
