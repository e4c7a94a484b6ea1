import { randomBytes, randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import type { ErrorCode } from '#shared/errors';
import type {
  Ack,
  ClientToServer,
  CommandPacket,
  Handshake,
  PhoneFrame,
  PhoneRequest,
  ServerToClient,
} from '#shared/protocol';
import type { OwnView, PhoneView } from '#shared/session/views';
import { Shown } from '#shared/session/views/shown';
import { ROOM } from '#shared/room-address';
import { PROTOCOL } from '#shared/version';
import { pauseBefore } from '../client/live/backoff';
import { markFrom } from './mark';

export interface Address {
  readonly url: string;
  readonly code: string;
  readonly build: string;
}

interface Sent {
  readonly packet: CommandPacket<PhoneRequest>;
  readonly answer: (ack: Ack) => void;
}

/** Failures of the moment, after which another attempt may succeed. */
const PASSING: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'server-failed',
  'server-moved',
  'server-stopping',
  'storage-failed',
]);

/** How long it waits to be let in before it calls again, as a real phone does, ms. */
const PATIENCE = 6_000;

/**
 * A student's phone without a screen: it comes back by itself, after the same pauses as a real one, and keeps a
 * command until it has its ack. It is for networks that take websockets.
 */
export class Phone {
  /** Why it was sent away for good. */
  refusal: ErrorCode | null = null;
  /** How often the network could not be reached so far. */
  failures = 0;
  /** The session's place that it was shown last. */
  seq = 0;
  /** Whether it has been shown everything since the line that it has now began. */
  upToDate = false;
  readonly #socket: Socket<ServerToClient, ClientToServer>;
  readonly #token = randomBytes(16).toString('base64url');
  readonly #pending = new Map<string, Sent>();
  readonly #watchers = new Set<() => void>();
  #attempts = 0;
  #closed = false;
  #retry: NodeJS.Timeout | undefined;
  readonly #shown = new Shown<PhoneView>();

  /** `chance` spreads its pauses; `hears` is told of every code that it is given, also of those that only mean: once more. */
  constructor(
    { url, code, build }: Address,
    private readonly chance: () => number = Math.random,
    private readonly hears: (code: ErrorCode) => void = () => undefined,
  ) {
    const hello = (): Handshake => ({
      ...{ protocol: PROTOCOL, build, role: 'phone', code, token: this.#token },
    });
    this.#socket = io(url, {
      transports: ['websocket'],
      query: { [ROOM]: code },
      auth: (give) => give(hello()),
      forceNew: true,
      reconnection: false,
      autoConnect: false,
      timeout: PATIENCE,
      rejectUnauthorized: false,
    });
    this.#socket.on('connect', () => this.#connected());
    this.#socket.on('connect_error', (error) => this.#failed((error as Refusal).data?.code));
    this.#socket.on('disconnect', (reason) => this.#dropped(reason));
    this.#socket.on('bye', ({ code: why }) => this.#dismissed(why));
    this.#socket.on('frame', (frame) => this.#framed(frame as PhoneFrame));
    void this.#begin(url);
  }

  get common(): PhoneView | null {
    return this.#shown.common;
  }

  get own(): OwnView | null {
    return this.#shown.own;
  }

  get connected(): boolean {
    return this.#socket.connected;
  }

  /** Nothing more will come: it was sent away, or the session is over. */
  get over(): boolean {
    return this.refusal !== null || this.common?.stage.at === 'ended';
  }

  /** Sends a request over as many connections as it takes; the server counts it once. */
  command(request: PhoneRequest, id: string = randomUUID()): Promise<Ack> {
    const packet = { id, request };
    return new Promise((answer) => {
      this.#pending.set(packet.id, { packet, answer });
      if (this.refusal !== null) this.#refuse(this.refusal);
      else if (this.connected) this.#send({ packet, answer });
    });
  }

  /** Where the slider is; lost if there is no connection. */
  draft(step: number, draft: unknown): void {
    if (this.connected) this.#socket.emit('draft', { step, draft });
  }

  /** Resolves as soon as `holds`, which is asked again after everything that happens. */
  until(holds: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (!holds()) return;
        this.#watchers.delete(look);
        resolve();
      };
      this.#watchers.add(look);
      look();
    });
  }

  /** As if the Wi-Fi were gone for a moment. (A line that is just being opened would not be told, and wait.) */
  cutOff(): void {
    if (this.connected) this.#socket.io.engine.close();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#retry);
    this.#socket.disconnect();
  }

  /** Opens the page before it calls, as a browser does. */
  async #begin(url: string): Promise<void> {
    const cookie = await markFrom(url);
    if (this.#closed) return;
    if (cookie !== null) this.#socket.io.opts.extraHeaders = { cookie };
    this.#socket.connect();
  }

  #connected(): void {
    this.#attempts = 0;
    this.#changed(() => undefined);
    for (const sent of this.#pending.values()) this.#send(sent);
  }

  #framed(frame: PhoneFrame): void {
    this.#changed(() => {
      this.#shown.frame(frame);
      this.seq = frame.seq;
      this.upToDate = true;
    });
  }

  #send({ packet, answer }: Sent): void {
    this.#socket.emit('command', packet, (ack) => {
      this.#changed(() => this.#shown.ack(ack));
      if (!ack.ok) this.hears(ack.code);
      // The line ends at once, and the next one carries it again.
      if (!ack.ok && (ack.code === 'server-moved' || ack.code === 'server-stopping')) return;
      if (!ack.ok && ack.code === 'too-many-seats')
        return this.#sendLater({ packet, answer }, ack.after ?? 0);
      if (this.#pending.delete(packet.id)) answer(ack);
    });
  }

  #sendLater(sent: Sent, after: number): void {
    setTimeout(() => {
      if (this.connected && this.#pending.has(sent.packet.id)) this.#send(sent);
    }, after);
  }

  #failed(code: ErrorCode | undefined): void {
    if (code !== undefined) this.hears(code);
    if (code !== undefined && !PASSING.has(code)) return this.#refuse(code);
    this.#changed(() => (this.failures += 1));
    this.#callAgain();
  }

  #dismissed(code: ErrorCode): void {
    this.hears(code);
    if (!PASSING.has(code)) this.#refuse(code);
  }

  #dropped(reason: string): void {
    this.#changed(() => (this.upToDate = false));
    if (reason !== 'io client disconnect') this.#callAgain();
  }

  #callAgain(): void {
    this.#attempts += 1;
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.#socket.connect(), pauseBefore(this.#attempts, this.chance()));
  }

  #refuse(code: ErrorCode): void {
    this.#changed(() => (this.refusal = code));
    for (const [id, { answer }] of this.#pending) {
      this.#pending.delete(id);
      answer({ ok: false, code });
    }
    this.close();
  }

  #changed(change: () => void): void {
    change();
    for (const look of [...this.#watchers]) look();
  }
}

/** The server puts its code into the refusal's data. */
type Refusal = Error & { readonly data?: { readonly code: ErrorCode } };
