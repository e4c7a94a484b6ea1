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
import { PROTOCOL } from '#shared/version';

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
  'server-stopping',
  'storage-failed',
]);

/** The pause before another attempt where the library makes none by itself, ms. */
const PAUSE = 1_000;

/**
 * A student's phone without a screen: it comes back by itself, and keeps a command until it has its ack. (The phone's
 * own client leans on the browser; this one is Socket.IO's.)
 */
export class Phone {
  /** Why it was sent away for good. */
  refusal: ErrorCode | null = null;
  /** How often the network could not be reached so far. */
  failures = 0;
  readonly #socket: Socket<ServerToClient, ClientToServer>;
  readonly #token = randomBytes(16).toString('base64url');
  readonly #pending = new Map<string, Sent>();
  readonly #watchers = new Set<() => void>();
  #retry: NodeJS.Timeout | undefined;
  readonly #shown = new Shown<PhoneView>();

  constructor({ url, code, build }: Address) {
    const hello = (): Handshake => ({
      ...{ protocol: PROTOCOL, build, role: 'phone', code, token: this.#token },
    });
    this.#socket = io(url, {
      transports: ['websocket'],
      auth: (give) => give(hello()),
      forceNew: true,
      reconnectionDelay: 400,
      reconnectionDelayMax: 5_000,
      rejectUnauthorized: false,
    });
    this.#socket.on('connect', () => this.#changed(() => this.#sendPending()));
    this.#socket.on('connect_error', (error) => this.#failed((error as Refusal).data?.code));
    this.#socket.on('disconnect', (reason) => this.#dropped(reason));
    this.#socket.on('bye', ({ code: why }) => !PASSING.has(why) && this.#refuse(why));
    this.#socket.on('frame', (frame) => this.#changed(() => this.#shown.frame(frame as PhoneFrame)));
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
  command(request: PhoneRequest): Promise<Ack> {
    const packet = { id: randomUUID(), request };
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

  /** As if the Wi-Fi were gone for a moment. */
  cutOff(): void {
    this.#socket.io.engine.close();
  }

  close(): void {
    clearTimeout(this.#retry);
    this.#socket.disconnect();
  }

  #sendPending(): void {
    for (const sent of this.#pending.values()) this.#send(sent);
  }

  #send({ packet, answer }: Sent): void {
    this.#socket.emit('command', packet, (ack) => {
      this.#changed(() => this.#shown.ack(ack));
      // The line ends at once, and the next one carries it again.
      if (!ack.ok && ack.code === 'server-stopping') return;
      if (this.#pending.delete(packet.id)) answer(ack);
    });
  }

  #failed(code: ErrorCode | undefined): void {
    if (code !== undefined && !PASSING.has(code)) return this.#refuse(code);
    this.#changed(() => (this.failures += 1));
    if (!this.#socket.active) this.#callAgain();
  }

  #dropped(reason: string): void {
    this.#changed(() => undefined);
    if (reason === 'io server disconnect' && this.refusal === null) this.#callAgain();
  }

  #callAgain(): void {
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.#socket.connect(), PAUSE);
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
