import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { Rng } from '#shared/rng';
import { Way, type Weather } from './way';

const FINE: Weather = { delay: 0, jitter: 0, rate: Infinity };

/** Where what is said stops on its way: from the phones to the server, and back. */
type Direction = 'up' | 'down';
const BOTH: readonly Direction[] = ['up', 'down'];

interface Line {
  readonly near: Socket;
  readonly up: Way;
  readonly down: Way;
}

/** A bad network between phones and the server, on a port of its own. */
export class Proxy {
  /** How many lines were ever opened through it. */
  opened = 0;
  readonly #lines = new Set<Line>();
  #weather = FINE;
  #stalled: readonly Direction[] = [];

  private constructor(
    private readonly server: Server,
    private readonly far: number,
    private readonly random: Rng,
  ) {
    server.on('connection', (near) => this.#connected(near));
  }

  static async to(port: number, random: Rng): Promise<Proxy> {
    // What one end has finished saying must not end the other before its time.
    const server = createServer({ allowHalfOpen: true });
    const proxy = new Proxy(server, port, random);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** From now on, for everything that is said. */
  weather(weather: Partial<Weather>): void {
    this.#weather = { ...FINE, ...weather };
  }

  /** Nothing goes through any more, and nobody is told. */
  stall(...directions: readonly Direction[]): void {
    this.#stalled = directions;
    for (const line of this.#lines) for (const way of directions) line[way].stall();
  }

  /** What was held back arrives late. */
  flow(): void {
    this.#stalled = [];
    for (const line of this.#lines) for (const way of BOTH) line[way].flow();
  }

  /** What was held back never arrives, on lines that both ends believe in: only a new one gets through. */
  forget(): void {
    this.#stalled = [];
    for (const line of this.#lines) for (const way of BOTH) line[way].stall();
  }

  /** Breaks each line with this probability; answers with how many that were. */
  reset(probability: number): number {
    const broken = [...this.#lines].filter(() => this.random.unit() < probability);
    for (const { near } of broken) near.resetAndDestroy();
    return broken.length;
  }

  async remove(): Promise<void> {
    for (const line of this.#lines) this.#drop(line);
    await new Promise((resolve) => this.server.close(resolve));
  }

  #connected(near: Socket): void {
    const far = connect({ port: this.far, host: '127.0.0.1', allowHalfOpen: true });
    const ports = { weather: () => this.#weather, random: this.random };
    const line = { near, up: new Way(near, far, ports), down: new Way(far, near, ports) };
    this.#lines.add(line);
    this.opened += 1;
    for (const way of this.#stalled) line[way].stall();
    near.on('close', () => {
      if (near.destroyed && far.destroyed) this.#lines.delete(line);
    });
  }

  #drop({ near, up, down }: Line): void {
    up.end();
    down.end();
    near.destroy();
  }
}
