import type { ErrorCode } from '#shared/errors';
import type { Socket } from 'socket.io-client';
import type { Transport, Way } from './passage';

/** How long a call may take until the server has let us in, ms. */
const PATIENCE = 8_000;
/** How much of that the first of two ways gets, ms: there are filters that let a websocket hang. */
const FIRST = 3_000;

/** The server takes no socket of a page that it does not know as its own; only polling can read that. */
const FOREIGN: ErrorCode = 'origin-refused';

export interface CallListener {
  readonly up: () => void;
  /** What carries the call: told when it is up, and again when polling has turned into a websocket. */
  readonly carried: (by: Transport) => void;
  /** Once, at the end of a call that nobody hung up; with what the server said if it refused. */
  readonly down: (refusal: unknown) => void;
  readonly event: (name: string, payload: unknown) => void;
  /** Something has come over the call that is up, and be it a ping. */
  readonly heard: () => void;
}

/** Begins a connection one way, which is never used again once it has ended. */
export type Dial = (way: Way) => Socket;

/** One connection, from dialling to its end. If it does not get through one way it tries the next. */
export class Call {
  #up = false;
  #socket: Socket | null = null;
  #first: ReturnType<typeof setTimeout> | undefined;
  readonly #watchdog: ReturnType<typeof setTimeout>;

  constructor(
    private readonly dial: Dial,
    ways: readonly Way[],
    private readonly listener: CallListener,
  ) {
    this.#watchdog = setTimeout(() => this.#lost(null), PATIENCE);
    this.#try(ways);
  }

  get up(): boolean {
    return this.#up;
  }

  /** The connection, while it is up. */
  get socket(): Socket | null {
    return this.#up ? this.#socket : null;
  }

  hangUp(): void {
    clearTimeout(this.#watchdog);
    this.#up = false;
    this.#drop();
  }

  #try([way, ...others]: readonly Way[]): void {
    if (way === undefined) return this.#lost(null);
    const socket = this.dial(way);
    const { engine } = socket.io;
    const next = () => {
      this.#drop();
      this.#try(others);
    };
    const ended = (reason: string) => {
      // What we close ourselves has its reason told elsewhere.
      if (socket !== this.#socket || reason === 'forced close') return;
      if (this.#up) this.#lost(null);
      else next();
    };
    this.#socket = socket;
    if (others.length > 0) this.#first = setTimeout(next, FIRST);
    engine.on('close', ended);
    engine.on('packet', () => this.#up && this.listener.heard());
    engine.on('upgrade', ({ name }) => this.#up && this.listener.carried(name as Transport));
    socket.on('connect', () => this.#connected(engine.transport.name as Transport));
    socket.on('connect_error', ({ data, context }: Refusal) => {
      if (data !== undefined) this.#lost(data);
      else if (context?.responseText?.includes(FOREIGN)) this.#lost({ code: FOREIGN });
    });
    socket.on('disconnect', ended);
    socket.onAny((name: string, payload: unknown) => this.listener.event(name, payload));
  }

  #connected(by: Transport): void {
    clearTimeout(this.#watchdog);
    clearTimeout(this.#first);
    this.#up = true;
    this.listener.carried(by);
    this.listener.up();
  }

  #lost(refusal: unknown): void {
    this.hangUp();
    this.listener.down(refusal);
  }

  #drop(): void {
    clearTimeout(this.#first);
    const socket = this.#socket;
    this.#socket = null;
    socket?.off().offAny().disconnect();
  }
}

/** `data`: what the server said, if it was the server that refused. `context`: the poll that failed. */
type Refusal = Error & { readonly data?: unknown; readonly context?: { readonly responseText?: string } };
