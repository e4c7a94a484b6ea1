import { randomBytes, randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import {
  type Ack,
  type Bye,
  type ClientToServer,
  type DeskRequest,
  type Frame,
  type PhoneRequest,
  type PulseFrame,
  type RosterFrame,
  type ServerToClient,
} from '#shared/protocol';
import { markFrom } from '../../demo/mark';
import { ROOM } from '#shared/room-address';
import { PROTOCOL } from '#shared/version';
import type { DeskView, OwnView, PhoneView, ScreenView } from '#shared/session/views';
import { Shown } from '#shared/session/views/shown';

type View = PhoneView | ScreenView | DeskView;
/** `code`: of the room that the address names; a phone's handshake says it too. */
type Identity = { readonly code: string } & (
  | { readonly role: 'phone'; readonly token: string }
  | { readonly role: 'screen'; readonly session: string; readonly key: string }
  | { readonly role: 'desk'; readonly session: string }
);

interface Given {
  readonly build?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** In the order in which they are tried; websocket alone, unless it says otherwise. */
  readonly transports?: readonly ('websocket' | 'polling')[];
  /** It has opened the page before, as a browser has. */
  readonly marked?: boolean;
  /** Which of this computer's addresses it calls from. */
  readonly from?: string;
  /** What its address says instead of its code. */
  readonly room?: string;
}

/** What is waited for is shown by then, on whatever machine, or never, ms. */
const PATIENCE = 90_000;

export const freshToken = () => randomBytes(16).toString('base64url');

/** A real client on a real socket that keeps what it was shown, for tests and for load. */
export class Player<Seen extends View = PhoneView> {
  readonly socket: Socket<ServerToClient, ClientToServer>;
  seq = 0;
  pulse: PulseFrame | null = null;
  roster: RosterFrame[] = [];
  bye: Bye | null = null;
  /** Every frame as it came, for tests that look at what was sent. */
  readonly frames: Frame<Seen>[] = [];
  private readonly shown = new Shown<Seen>();
  private readonly watchers = new Set<() => void>();

  constructor(
    url: string,
    identity: Identity,
    {
      build = 'test',
      headers = {},
      transports = ['websocket'],
      marked = false,
      room = identity.code,
      from,
    }: Given = {},
  ) {
    const { code: _, ...who } = identity;
    const hello = who.role === 'phone' ? identity : who;
    this.socket = io(url, {
      transports: [...transports],
      query: { [ROOM]: room },
      auth: { protocol: PROTOCOL, build, ...hello },
      reconnection: false,
      autoConnect: !marked,
      ...(from !== undefined && ({ localAddress: from } as object)),
      forceNew: true,
      extraHeaders: headers,
      rejectUnauthorized: false,
    });
    this.socket.on('frame', (frame) => this.apply(frame as Frame<Seen>));
    this.socket.on('pulse', (pulse) => this.changed(() => (this.pulse = pulse)));
    this.socket.on('roster', (roster) => this.changed(() => this.roster.push(roster)));
    this.socket.on('bye', (bye) => this.changed(() => (this.bye = bye)));
    if (marked) void this.begin(url, headers);
  }

  get common(): Seen | null {
    return this.shown.common;
  }

  get own(): OwnView | null {
    return this.shown.own;
  }

  /** Resolves with null once connected, with the code of the refusal, or with how the line broke before either. */
  arrived(): Promise<string | null> {
    if (this.socket.connected) return Promise.resolve(null);
    return new Promise((resolve) => {
      this.socket.once('connect', () => resolve(null));
      this.socket.once('disconnect', resolve);
      this.socket.once('connect_error', (error) =>
        resolve((error as Error & { data?: { code: string } }).data?.code ?? error.message),
      );
    });
  }

  command(request: PhoneRequest | DeskRequest, id: string = randomUUID()): Promise<Ack> {
    return this.raw({ id, request });
  }

  /** Sends any packet as a command. */
  raw(packet: unknown): Promise<Ack> {
    return new Promise((resolve) =>
      this.socket.emit('command', packet as never, (ack) => {
        this.changed(() => this.shown.ack(ack));
        resolve(ack);
      }),
    );
  }

  /** Resolves as soon as `holds`, which is asked again after everything that is shown; says what it waited for in vain. */
  until(holds: (player: this) => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const end = (settle: () => void) => {
        this.watchers.delete(look);
        clearTimeout(patience);
        settle();
      };
      const look = () => {
        if (holds(this)) end(resolve);
      };
      const patience = setTimeout(() => end(() => reject(new Error(this.inVain(holds)))), PATIENCE);
      this.watchers.add(look);
      look();
    });
  }

  private inVain(holds: (player: this) => boolean): string {
    const { connected } = this.socket;
    return `not shown in ${PATIENCE} ms: ${String(holds)}; ${JSON.stringify({ connected, bye: this.bye, seq: this.seq, pulse: this.pulse, own: this.own })}`;
  }

  close(): void {
    this.socket.disconnect();
  }

  private async begin(url: string, headers: Readonly<Record<string, string>>): Promise<void> {
    const cookie = await markFrom(url);
    if (cookie !== null) this.socket.io.opts.extraHeaders = { ...headers, cookie };
    this.socket.connect();
  }

  private apply(frame: Frame<Seen>): void {
    this.changed(() => {
      this.frames.push(frame);
      this.seq = frame.seq;
      this.shown.frame(frame);
    });
  }

  private changed(change: () => void): void {
    change();
    for (const look of [...this.watchers]) look();
  }
}
