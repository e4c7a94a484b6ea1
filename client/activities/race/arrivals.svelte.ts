import { Frames, type FrameSource } from './frames';

/** How long a curve is being drawn, ms: as --moment in tokens.css. */
const MOMENT = 600;

interface Arrival {
  readonly key: string;
  /** How much of its curve is drawn, 0..1. */
  readonly share: number;
}

/** Which runs are just being drawn, and how far; whoever was there from the beginning stands whole. */
export class Arrivals {
  /** Changes with who is among them, not with every frame. */
  coming: readonly string[] = $state.raw([]);
  #arrivals: readonly Arrival[] = $state.raw([]);
  #known: readonly string[] | null = null;
  readonly #frames: Frames;
  readonly #still: () => boolean;

  /** `still`: somebody wants nothing to move. */
  constructor(source: FrameSource, still: () => boolean) {
    this.#frames = new Frames(source, (ms) => this.#pass(ms));
    this.#still = still;
  }

  /** These are the runs now. */
  see(keys: readonly string[]): void {
    const known = this.#known;
    this.#known = keys;
    if (known === null || this.#still()) return;
    const fresh = keys.filter((key) => !known.includes(key));
    if (fresh.length === 0) return;
    this.#show([...this.#arrivals, ...fresh.map((key) => ({ key, share: 0 }))]);
    this.#frames.next();
  }

  /** How much of a run's curve is drawn, 0..1. */
  readonly drawn = (key: string): number => this.#arrivals.find((one) => one.key === key)?.share ?? 1;

  #pass(ms: number): void {
    const further = this.#arrivals.map(({ key, share }) => ({ key, share: share + ms / MOMENT }));
    this.#show(further.filter(({ share }) => share < 1));
    if (this.#arrivals.length > 0) this.#frames.next();
  }

  #show(arrivals: readonly Arrival[]): void {
    this.#arrivals = arrivals;
    const keys = arrivals.map(({ key }) => key);
    if (keys.join('\n') !== this.coming.join('\n')) this.coming = keys;
  }
}
