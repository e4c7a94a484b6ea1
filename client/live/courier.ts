import type { Ack, CommandPacket } from '#shared/protocol';
import type { ErrorCode } from '#shared/errors';
import { due, isPassing, keep, packetsOf, restored, sent, settled, type Outbox } from './outbox';

/** Where the outbox lies between two pages. */
export interface Shelf {
  readonly load: () => readonly CommandPacket<unknown>[];
  readonly save: (packets: readonly CommandPacket<unknown>[]) => void;
}

export interface CourierOptions {
  readonly shelf: Shelf | null;
  readonly post: (packet: CommandPacket<unknown>, ack: (ack: Ack) => void) => void;
  readonly onchange: (pending: readonly CommandPacket<unknown>[]) => void;
  readonly onack: (packet: CommandPacket<unknown>, ack: Ack) => void;
  /** The server cannot do it now, and it is sent again, over this line or the next: after a while, if `after` says so. */
  readonly onpassing?: (code: ErrorCode) => void;
  /** Nothing is heard of what was posted: the line may be dead without knowing. */
  readonly ondoubt: () => void;
}

/** Without an ack for so long the line is looked at, ms; with what that takes a dead one is dialled anew within 4 s. */
const DOUBT = 1_500;
/** Each time in vain it is left alone for twice as long, up to this: a server may be slow, and a new line costs it more. */
const LONGEST_DOUBT = 12_000;

/** A lost ack is asked for again after this long: the server knows the command by its id. */
const PATIENCE = 4_000;
/** A command that could not be saved just now is sent again after this long. */
const BREATH = 1_500;
/** Many who were told to wait do not come back in one moment: each up to so much later. */
const SPREAD = 0.5;

/** Carries commands until each has its ack. */
export class Courier {
  #outbox: Outbox<unknown>;
  #connection = 0;
  #live = false;
  #doubt = DOUBT;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #promised = new Map<string, (ack: Ack) => void>();

  constructor(private readonly options: CourierOptions) {
    this.#outbox = restored(options.shelf?.load() ?? []);
  }

  get pending(): readonly CommandPacket<unknown>[] {
    return packetsOf(this.#outbox);
  }

  send(packet: CommandPacket<unknown>, replaces?: (older: unknown) => boolean): Promise<Ack> {
    const answer = new Promise<Ack>((resolve) => this.#promised.set(packet.id, resolve));
    this.#change(keep(this.#outbox, packet, replaces));
    this.#deliver();
    return answer;
  }

  connected(): void {
    this.#live = true;
    this.#again();
  }

  disconnected(): void {
    this.#live = false;
    clearTimeout(this.#timer);
  }

  stop(): void {
    this.disconnected();
    this.#promised.clear();
  }

  /** Everything that waits, as if over a new connection. */
  #again(): void {
    this.#connection += 1;
    this.#deliver();
  }

  #deliver(): void {
    if (!this.#live) return;
    for (const packet of due(this.#outbox, this.#connection)) {
      this.#outbox = sent(this.#outbox, packet.id, this.#connection);
      this.options.post(packet, (ack) => this.#acked(packet, ack));
    }
    this.#wait(this.#doubt, () => {
      this.#doubt = Math.min(2 * this.#doubt, LONGEST_DOUBT);
      this.options.ondoubt();
      this.#wait(PATIENCE - DOUBT);
    });
  }

  #acked(packet: CommandPacket<unknown>, ack: Ack): void {
    const known = this.#outbox.some((waiting) => waiting.packet.id === packet.id);
    if (!known) return;
    this.#doubt = DOUBT;
    if (!ack.ok && isPassing(ack.code)) {
      this.options.onpassing?.(ack.code);
      return this.#wait(ack.after === undefined ? BREATH : ack.after * (1 + SPREAD * Math.random()));
    }
    this.#change(settled(this.#outbox, packet.id));
    if (this.#outbox.length === 0) clearTimeout(this.#timer);
    this.#promised.get(packet.id)?.(ack);
    this.#promised.delete(packet.id);
    this.options.onack(packet, ack);
  }

  #wait(ms: number, then = () => this.#again()): void {
    clearTimeout(this.#timer);
    if (this.#live && this.#outbox.length > 0) this.#timer = setTimeout(then, ms);
  }

  #change(outbox: Outbox<unknown>): void {
    this.#outbox = outbox;
    this.options.shelf?.save(packetsOf(outbox));
    this.options.onchange(packetsOf(outbox));
  }
}
