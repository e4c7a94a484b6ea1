import type { Ack, DeskRequest, PhoneRequest } from '#shared/protocol';
import type { DeskView, PhoneView } from '#shared/session/views';
import type { Player } from './player';

/** What the server cannot do just now: it is sent again. */
const PASSING: ReadonlySet<string> = new Set(['server-moved', 'server-stopping', 'storage-failed']);

/** How long it waits before it dials again, ms. */
const PAUSE = 300;

/** A phone or a desk that dials again by itself, and remembers what it was shown over all of its lines, in their order. */
export class Roaming<Seen extends PhoneView | DeskView = PhoneView> {
  /** The seq of every frame. */
  readonly seqs: number[] = [];
  /** Why each of its lines ended that was ended by a server. */
  readonly byes: string[] = [];
  #line: Player<Seen>;
  #waiting: {
    readonly request: PhoneRequest | DeskRequest;
    readonly id: string;
    readonly answer: (ack: Ack) => void;
  } | null = null;
  #closed = false;

  /** `dial` opens a line, always with the same secret. */
  constructor(private readonly dial: () => Player<Seen>) {
    this.#line = this.#dial();
  }

  get own(): Player<Seen>['own'] {
    return this.#line.own;
  }

  get seq(): number {
    return this.#line.seq;
  }

  get connected(): boolean {
    return this.#line.socket.connected;
  }

  /** Sends over as many lines as it takes. */
  command(request: PhoneRequest | DeskRequest, id: string): Promise<Ack> {
    return new Promise((answer) => {
      this.#waiting = { request, id, answer };
      this.#send();
    });
  }

  /** Its network goes away, and is there again. */
  roam(): void {
    this.#line.close();
    this.#again();
  }

  close(): void {
    this.#closed = true;
    this.#line.close();
  }

  #dial(): Player<Seen> {
    const line = this.dial();
    line.socket.on('frame', ({ seq }) => line === this.#line && this.seqs.push(seq));
    line.socket.on('bye', ({ code: why }) => this.byes.push(why));
    line.socket.on('connect', () => this.#send());
    for (const end of ['disconnect', 'connect_error'] as const)
      line.socket.on(end, () => line === this.#line && this.#again());
    return line;
  }

  #again(): void {
    setTimeout(() => {
      if (this.#closed || this.connected) return;
      this.#line.close();
      this.#line = this.#dial();
    }, PAUSE);
  }

  #send(): void {
    const sent = this.#waiting;
    const line = this.#line;
    if (!sent || !line.socket.connected) return;
    void line.command(sent.request, sent.id).then((ack) => {
      if (sent !== this.#waiting || (!ack.ok && PASSING.has(ack.code))) return;
      this.#waiting = null;
      sent.answer(ack);
    });
  }
}
