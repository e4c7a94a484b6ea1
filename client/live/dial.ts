import { Manager, WebSocket as Websocket, XHR as Polling, type Socket } from 'socket.io-client';
import { ROOM } from '#shared/room-address';
import type { Way } from './passage';

/** The official client's websocket, which also tells whether what it was given has left. */
class OwnWebsocket extends Websocket {
  get busy(): boolean {
    return ((this.ws as WebSocket | null)?.bufferedAmount ?? 0) > 0;
  }
}

const transports = {
  websocket: [OwnWebsocket],
  polling: [Polling, OwnWebsocket],
  'polling-alone': [Polling],
} as const;

/** A poll without an answer for so long is lost, ms: the server says a ping every 2.5 s and gives up 8 s later. */
const POLL = 10_500;

/** Begins a connection to the room with this code, one way. It is not tried again by itself. */
export function dial(room: string, way: Way, hello: () => object): Socket {
  const manager = new Manager(location.origin, {
    transports: [...transports[way]],
    query: { [ROOM]: room },
    reconnection: false,
    requestTimeout: POLL,
  });
  return manager.socket('/', { auth: (give: (auth: object) => void) => give(hello()) });
}

/** Whether something that was sent before still waits to leave this device. */
export function isBusy({ io }: Socket): boolean {
  const { transport } = io.engine;
  return transport instanceof OwnWebsocket && transport.busy;
}
