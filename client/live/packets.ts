/**
 * The few packets of Engine.IO 4 and Socket.IO 5 that a websocket without binary data and namespaces needs, as the
 * protocols' own pages define them. The library that speaks all of it is 16 kB gzip, a quarter of what a phone may
 * load in order to join.
 */
export type Incoming =
  | { readonly type: 'open'; readonly silence: number }
  | { readonly type: 'ping' }
  | { readonly type: 'connected' }
  | { readonly type: 'refused'; readonly data: unknown }
  | { readonly type: 'event'; readonly name: string; readonly payload: unknown }
  | { readonly type: 'ack'; readonly id: number; readonly payload: unknown }
  | { readonly type: 'closed' };

/** What the server's ping is answered with. */
export const PONG = '3';

/** Who we are, said right after the line opens. */
export const helloPacket = (auth: unknown): string => `40${JSON.stringify(auth)}`;

/** An event; with an `ack` the server is asked to answer under that number. */
export function eventPacket(name: string, payload: unknown, ack: number | null): string {
  const body = payload === undefined ? [name] : [name, payload];
  return `42${ack ?? ''}${JSON.stringify(body)}`;
}

/** Reads a packet; null for one that says nothing to us. */
export function readPacket(text: string): Incoming | null {
  switch (text[0]) {
    case '0':
      return opened(JSON.parse(text.slice(1)) as Opening);
    case '1':
      return { type: 'closed' };
    case '2':
      return { type: 'ping' };
    case '4':
      return message(text[1], text.slice(2));
    default:
      return null;
  }
}

interface Opening {
  readonly pingInterval: number;
  readonly pingTimeout: number;
}

/** After `silence` ms without a ping the line is dead, whatever the browser believes. */
const opened = ({ pingInterval, pingTimeout }: Opening): Incoming => ({
  type: 'open',
  silence: pingInterval + pingTimeout,
});

function message(kind: string | undefined, body: string): Incoming | null {
  switch (kind) {
    case '0':
      return { type: 'connected' };
    case '1':
      return { type: 'closed' };
    case '2': {
      const [name, payload] = JSON.parse(body) as [string, unknown];
      return { type: 'event', name, payload };
    }
    case '3': {
      const start = body.indexOf('[');
      const [payload] = JSON.parse(body.slice(start)) as [unknown];
      return { type: 'ack', id: Number(body.slice(0, start)), payload };
    }
    case '4':
      return { type: 'refused', data: (JSON.parse(body) as { readonly data?: unknown }).data };
    default:
      return null;
  }
}
