import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

/** What we ask of a websocket of ws, which carries Engine.IO's. */
export interface Websocket {
  readonly bufferedAmount: number;
  on(event: 'ping' | 'pong', listener: (data: Buffer) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  removeAllListeners(event: 'message'): unknown;
  pong(data: Buffer): void;
  terminate(): void;
}

type Taken = (websocket: Websocket, request: IncomingMessage, line: Duplex) => void;

/** As far as Engine.IO uses it, and we. */
interface WebsocketServer {
  handleUpgrade(
    request: IncomingMessage,
    line: Duplex,
    head: Buffer,
    done: (websocket: Websocket) => void,
  ): void;
}
export type Websockets = new (options: object) => WebsocketServer;

/** How long the other end may take to answer a close, ms. */
const CLOSING = 2_000;

/** Browsers send a message of ours in one fragment; empty ones would cost nothing and take time. */
const MOST_FRAGMENTS = 32;

/** Websockets that answer no ping by themselves; each is shown to `taken` before anything is read from it. */
export function guarded(Plain: Websockets, taken: Taken): Websockets {
  return class extends Plain {
    constructor(options: object) {
      super({ ...options, autoPong: false, closeTimeout: CLOSING, maxFragments: MOST_FRAGMENTS });
    }

    override handleUpgrade(
      request: IncomingMessage,
      line: Duplex,
      head: Buffer,
      done: (websocket: Websocket) => void,
    ): void {
      super.handleUpgrade(request, line, head, (websocket) => {
        taken(websocket, request, line);
        done(websocket);
      });
    }
  };
}
