import type { Socket } from 'node:net';
import type { Rng } from '#shared/rng';

/** What a network does to what is said over it. */
export interface Weather {
  /** How long it takes, and by how much that varies in both directions, ms. */
  readonly delay: number;
  readonly jitter: number;
  /** Bytes a second on each line. */
  readonly rate: number;
}

interface Ports {
  readonly weather: () => Weather;
  readonly random: Rng;
}

/** A piece on its way; null: the end. */
interface Piece {
  readonly data: Buffer | null;
  readonly due: number;
}

/** More than this is not taken in before some of it is out, bytes. */
const LIMIT = 64_000;

/** One direction of a line: in order, late, slowly, or not at all. */
export class Way {
  #pieces: Piece[] = [];
  #waiting = 0;
  #last = 0;
  #stalled = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly from: Socket,
    private readonly to: Socket,
    private readonly ports: Ports,
  ) {
    from.on('data', (data) => this.#take(data));
    from.on('error', () => from.destroy());
    from.on('end', () => this.#take(null));
    from.on('close', () => this.#take(null));
  }

  stall(): void {
    this.#stalled = true;
    clearTimeout(this.#timer);
  }

  flow(): void {
    this.#stalled = false;
    this.#deliver();
  }

  end(): void {
    this.stall();
    this.to.destroy();
  }

  #take(data: Buffer | null): void {
    const { delay, jitter, rate } = this.ports.weather();
    const now = performance.now();
    const late = Math.max(0, delay + jitter * (2 * this.ports.random.unit() - 1));
    const length = data?.length ?? 0;
    this.#last = Math.max(now + late, this.#last) + (1_000 * length) / rate;
    this.#pieces.push({ data, due: this.#last });
    this.#waiting += length;
    if (this.#waiting > LIMIT) this.from.pause();
    this.#deliver();
  }

  #deliver(): void {
    clearTimeout(this.#timer);
    if (this.#stalled) return;
    for (let [first] = this.#pieces; first; [first] = this.#pieces) {
      const wait = first.due - performance.now();
      if (wait > 0.5) {
        this.#timer = setTimeout(() => this.#deliver(), wait);
        return;
      }
      this.#pieces.shift();
      this.#give(first.data);
    }
  }

  #give(data: Buffer | null): void {
    if (data === null) {
      this.to.end();
      if (this.from.destroyed) this.to.destroySoon();
      return;
    }
    this.#waiting -= data.length;
    if (this.#waiting <= LIMIT) this.from.resume();
    if (this.to.writable) this.to.write(data);
  }
}
