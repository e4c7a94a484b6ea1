import type { ErrorCode } from '#shared/errors';
import type { Ack, CommandPacket } from '#shared/protocol';
import type { Chance } from './chance';
import type { World } from './world';

export type Up =
  | { readonly event: 'command'; readonly packet: CommandPacket<unknown> }
  | { readonly event: 'draft'; readonly step: number; readonly draft: unknown };

export type Down =
  | { readonly event: 'frame' | 'pulse' | 'roster'; readonly text: string }
  | { readonly event: 'ack'; readonly id: string; readonly ack: Ack }
  | { readonly event: 'bye'; readonly code: ErrorCode };

/** One end of a connection. */
export interface End<Message> {
  readonly receive: (message: Message) => void;
  readonly lost: () => void;
}

/** How long a server takes at most to miss a connection that went silent, ms. */
const PATIENCE = 10_500;

/** A connection: what is sent arrives late and in order, or not at all; two connections overtake each other. */
export class Link {
  server: End<Up> | null = null;
  #clientOpen = true;
  #serverOpen = true;
  /** Until when a message may still arrive. */
  #upUntil = Infinity;
  #lastUp = 0;
  #lastDown = 0;

  constructor(
    private readonly world: World,
    private readonly chance: Chance,
    private readonly client: End<Down>,
  ) {}

  /** Whether the server still believes in it. */
  get open(): boolean {
    return this.#serverOpen;
  }

  up(message: Up): void {
    if (!this.#clientOpen) return;
    const twice = message.event === 'command' && this.world.fault(this.chance, 0.03);
    for (let copies = twice ? 2 : 1; copies > 0; copies--) {
      this.#lastUp = Math.max(this.#lastUp, this.#arrival());
      const at = this.#lastUp;
      this.#at(at, () => {
        if (this.#serverOpen && at <= this.#upUntil) this.server?.receive(message);
      });
    }
  }

  down(message: Down): void {
    if (!this.#serverOpen) return;
    this.#lastDown = Math.max(this.#lastDown, this.#arrival());
    this.#at(this.#lastDown, () => {
      if (this.#clientOpen) this.client.receive(message);
    });
  }

  /** The network drops: the client knows at once, the server only after a while; some of what was sent arrives. */
  drop(): void {
    if (!this.#clientOpen) return;
    this.#upUntil = this.world.timeline.now + this.chance.between(0, 200);
    this.#clientOpen = false;
    this.client.lost();
    this.world.timeline.after(this.chance.between(200, PATIENCE), () => this.#loseServer());
  }

  /** The server ends it: what it has sent still arrives, then the client knows. */
  end(): void {
    if (!this.#serverOpen) return;
    this.#loseServer();
    this.#at(Math.max(this.#lastDown, this.world.timeline.now), () => {
      if (!this.#clientOpen) return;
      this.#clientOpen = false;
      this.client.lost();
    });
  }

  #loseServer(): void {
    if (!this.#serverOpen) return;
    this.#serverOpen = false;
    this.server?.lost();
  }

  #arrival(): number {
    const slow = this.world.fault(this.chance, 0.03);
    return this.world.timeline.now + this.chance.between(1, slow ? 3_000 : 60);
  }

  #at(at: number, then: () => void): void {
    this.world.timeline.after(at - this.world.timeline.now, then);
  }
}
