import type { ErrorCode } from '#shared/errors';
import type {
  Ack,
  Bye,
  CommandPacket,
  DraftPacket,
  Handshake,
  PulseFrame,
  RosterFrame,
} from '#shared/protocol';
import { pauseBefore } from './backoff';
import { Call } from './call';
import { dial, isBusy } from './dial';
import { kept } from './kept';
import { onNews } from './on-news';
import { Passage, type Transport } from './passage';
import { reloadForNewVersion } from './reload';

/** What comes over the line. */
export interface LineListener {
  readonly up: () => void;
  readonly down: () => void;
  /** Nothing has come for a while over a line that is up; `heard` once something comes again. */
  readonly silent: () => void;
  readonly heard: () => void;
  /** The server says that it stops for a moment; the line will end, and be opened again. */
  readonly stopping: () => void;
  /** For good: this line stays closed. */
  readonly refused: (code: ErrorCode) => void;
  readonly frame: (frame: unknown) => void;
  readonly pulse: (pulse: PulseFrame) => void;
  readonly roster: (roster: RosterFrame) => void;
  /** How long to wait between two drafts, ms. */
  readonly draftGap: (gap: number) => void;
}

/** Refusals that another attempt would not change. */
const FINAL: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'unknown-code',
  'session-ended',
  'session-put-aside',
  'kicked',
  'seat-moved',
  'signed-out',
  'unknown-session',
  'not-allowed',
  'too-many-guesses',
  'too-many-tabs',
  'bad-packet',
  'origin-refused',
  'version-old',
  'wrong-room',
]);

/** How long an answer to "are you still there?" may take before the line is opened anew. */
const PROBE_PATIENCE = 2_000;

/**
 * The server says a ping every 2.5 s. So long without a word, and the network is away for the moment, ms: that is said
 * at once, but the line is left alone, since a server that was busy would have to let everybody in again.
 */
const SILENCE = 3_500;

/**
 * A line that stays up: it calls again with growing, jittered pauses, and asks whether the server is still there as
 * soon as the page is looked at again or the network comes or goes: a phone that slept, or that walked out of the
 * network, believes that it is connected.
 */
export class Line {
  #call: Call | null = null;
  #attempts = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What carries the call that is up, and since when it has been up, ms. */
  #carried: { readonly by: Transport; readonly since: number } | null = null;
  #silence: ReturnType<typeof setTimeout> | undefined;
  readonly #passage = new Passage(kept);
  readonly #ignoreNews: () => void;

  /** `room`: its code. `hello` is asked at every attempt. */
  constructor(
    private readonly room: string,
    private readonly hello: () => Handshake,
    private readonly listener: LineListener,
  ) {
    this.#ignoreNews = onNews(() => this.check());
    this.#dial();
  }

  /** Sends a command; no answer ever comes if the line breaks meanwhile. */
  post(packet: CommandPacket<unknown>, ack: (ack: Ack) => void): void {
    this.#call?.socket?.emit('command', packet, ack);
  }

  /** Sends where the slider is, unless an earlier one still waits to leave. */
  draft(packet: DraftPacket): void {
    const socket = this.#call?.socket;
    if (socket && !isBusy(socket)) socket.volatile.emit('draft', packet);
  }

  reopen(): void {
    const was = this.#call?.up;
    this.#hangUp();
    if (was) this.listener.down();
    this.#attempts = 0;
    this.#dial();
  }

  /** Asks whether the server is still there: a line that does not answer at once is opened anew at once. */
  check(): void {
    const call = this.#call;
    const socket = call?.socket;
    if (!socket) return this.reopen();
    const lost = setTimeout(() => call === this.#call && this.reopen(), PROBE_PATIENCE);
    socket.emit('probe', () => clearTimeout(lost));
  }

  /** Hangs up and dials anew after a moment: the session goes on at another server, and no network is to blame. */
  dialLater(): void {
    this.#hangUp();
    this.listener.down();
    this.#attempts += 1;
    this.#timer = setTimeout(() => this.#dial(), pauseBefore(this.#attempts, Math.random()));
  }

  close(): void {
    this.#ignoreNews();
    this.#hangUp();
  }

  #dial(): void {
    this.#call = new Call((way) => dial(this.room, way, this.hello), this.#passage.ways, {
      up: () => {
        this.#attempts = 0;
        this.listener.up();
      },
      carried: (by) => {
        this.#carried = { by, since: this.#carried?.since ?? performance.now() };
        this.#passage.cameUp(by);
      },
      down: (refusal) => this.#down(refusal),
      event: (name, payload) => this.#event(name, payload),
      heard: () => this.#heard(),
    });
  }

  #heard(): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.listener.silent(), SILENCE);
    this.listener.heard();
  }

  #hangUp(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#silence);
    this.#call?.hangUp();
    this.#call = null;
    this.#carried = null;
  }

  #down(refusal: unknown): void {
    const code = codeOf(refusal);
    if (code && FINAL.has(code)) return this.#refuse(code);
    if (code === 'server-stopping') this.listener.stopping();
    if (this.#carried) this.#passage.broke(this.#carried.by, performance.now() - this.#carried.since);
    this.dialLater();
  }

  #refuse(code: ErrorCode): void {
    this.close();
    if (code === 'version-old' && reloadForNewVersion()) return;
    this.listener.refused(code);
  }

  #sentAway(code: ErrorCode): void {
    if (FINAL.has(code)) this.#refuse(code);
    else if (code === 'server-moved') this.dialLater();
    else if (code === 'server-stopping') this.listener.stopping();
  }

  #event(name: string, payload: unknown): void {
    switch (name) {
      case 'frame':
        return this.listener.frame(payload);
      case 'pulse':
        return this.listener.pulse(payload as PulseFrame);
      case 'roster':
        return this.listener.roster(payload as RosterFrame);
      case 'draft-gap':
        return this.listener.draftGap(payload as number);
      case 'bye':
        return this.#sentAway((payload as Bye).code);
    }
  }
}

/** The server puts its code into the refusal's data. */
const codeOf = (refusal: unknown): ErrorCode | null =>
  (refusal as { readonly code?: ErrorCode } | null)?.code ?? null;
