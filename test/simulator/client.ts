import type { ErrorCode } from '#shared/errors';
import type { Ack, Frame } from '#shared/protocol';
import type { OwnView, Role } from '#shared/session/views';
import { Shown } from '#shared/session/views/shown';
import {
  due,
  isPassing,
  keep,
  packetsOf,
  restored,
  sent,
  settled,
  type Outbox,
} from '../../client/live/outbox';
import type { Chance } from './chance';
import { Link, type Down } from './link';
import type { Machine } from './machine';
import { secretsIn } from './secrets';
import type { World } from './world';

/** Whoever comes back by themselves keeps trying; with these codes there is nothing to come back to. */
const FINAL: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['seat-moved', 'unknown-code']);

/** A lost ack is asked for again after this long, ms. */
const PATIENCE = 4_000;

/** A device in the room: keeps its commands until they are acked, and shows the newest frame. */
export class Client<View extends object, Request> {
  refusal: ErrorCode | null = null;
  readonly acked = new Map<string, Request>();
  protected readonly chance: Chance;
  protected outbox: Outbox<Request> = [];
  protected link: Link | null = null;
  #connection = 0;
  #timer: (() => void) | null = null;
  #shown = new Shown<View>();
  /** The first frame of this connection has come. */
  #greeted = false;

  constructor(
    protected readonly world: World,
    protected readonly machine: Machine,
    readonly role: Role,
    readonly token: string,
  ) {
    this.chance = world.chance(token);
    this.#wait(() => this.connect(), 0, 500);
  }

  get common(): View | null {
    return this.#shown.common;
  }

  get own(): OwnView | null {
    return this.#shown.own;
  }

  get pending(): number {
    return this.outbox.length;
  }

  get connected(): boolean {
    return this.link !== null;
  }

  connect(): void {
    if (this.link !== null || (this.refusal !== null && FINAL.has(this.refusal))) return;
    const link: Link = new Link(this.world, this.chance, {
      receive: (message) => this.link === link && this.receive(message),
      lost: () => this.link === link && this.#lost(),
    });
    this.link = link;
    this.#greeted = false;
    this.machine.connect(link, this, (refusal) => {
      if (this.link !== link) return;
      this.refusal = refusal;
      if (refusal === null) this.#again();
      else this.#lost();
    });
  }

  send(request: Request): void {
    this.outbox = keep(this.outbox, { id: this.world.freshId('cmd'), request });
    this.#deliver();
    // The worst moment: the command is on its way, the ack is not.
    if (this.world.fault(this.chance, 0.12)) this.#wait(() => this.drop(), 30, 300);
  }

  /** The network goes away under it. */
  drop(): void {
    this.link?.drop();
  }

  /** The page is loaded again: only what was kept on the device is left. */
  reload(): void {
    this.link?.drop();
    this.outbox = restored(packetsOf(this.outbox));
    this.#shown = new Shown();
  }

  protected receive(message: Down): void {
    if (message.event === 'frame') return this.#frame(message.text);
    if (message.event === 'ack') return this.#acked(message.id, message.ack);
    if (message.event === 'bye') this.refusal = message.code;
  }

  #frame(text: string): void {
    for (const secret of secretsIn(text, this.role, this.world))
      this.world.found(`a ${this.role} was shown ${secret}`);
    const frame = JSON.parse(text) as Frame<View>;
    if (!frame.whole && !this.#greeted)
      this.world.found(`a ${this.role} was told changes of what it never saw`);
    this.#greeted = true;
    this.#shown.frame(frame);
  }

  #acked(id: string, ack: Ack): void {
    this.#shown.ack(ack);
    const waiting = this.outbox.find(({ packet }) => packet.id === id);
    if (!waiting || (!ack.ok && isPassing(ack.code))) return;
    this.outbox = settled(this.outbox, id);
    if (ack.ok) this.acked.set(id, waiting.packet.request);
  }

  #lost(): void {
    this.link = null;
    this.#wait(() => this.connect(), 100, 3_000);
  }

  #again(): void {
    this.#connection += 1;
    this.#deliver();
  }

  #deliver(): void {
    if (!this.link) return;
    for (const packet of due(this.outbox, this.#connection)) {
      this.outbox = sent(this.outbox, packet.id, this.#connection);
      this.link.up({ event: 'command', packet });
    }
    this.#timer?.();
    this.#timer = this.outbox.length > 0 ? this.world.timeline.after(PATIENCE, () => this.#again()) : null;
  }

  #wait(then: () => void, from: number, to: number): void {
    this.world.timeline.after(this.chance.between(from, to), then);
  }
}
