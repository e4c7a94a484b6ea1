import { get, request as send, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

/** A server that does not say by then that it takes a request is away, ms. */
const DOOR_WITHIN = 1_000;

/** What a server has made of a request; null: nothing. */
export type Passed =
  | { readonly is: 'answer'; readonly response: IncomingMessage }
  | {
      readonly is: 'upgraded';
      readonly response: IncomingMessage;
      readonly line: Duplex;
      readonly head: Buffer;
    };

/** Whether the server at this port takes a request, be it one of the connection `sid`. */
export function opens(port: number, sid: string): Promise<boolean> {
  const path = `/doorz?sid=${encodeURIComponent(sid)}`;
  return new Promise((resolve) => {
    const asked = get({ host: '127.0.0.1', port, path, agent: false, timeout: DOOR_WITHIN }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    asked.on('timeout', () => asked.destroy());
    asked.on('error', () => resolve(false));
  });
}

const forwarded = ({ headers, socket }: IncomingMessage) => ({
  ...headers,
  'x-forwarded-for': [headers['x-forwarded-for'] ?? [], socket.remoteAddress ?? ''].flat().join(', '),
  'x-forwarded-host': headers.host ?? '',
  'x-forwarded-proto': 'http',
});

/** Asks the server at this port what was asked of the proxy. */
export function pass(asked: IncomingMessage, body: Buffer, port: number): Promise<Passed | null> {
  const { method = 'GET', url: path = '/' } = asked;
  return new Promise((resolve) => {
    const request = send({ host: '127.0.0.1', port, method, path, headers: forwarded(asked), agent: false });
    request.on('response', (response) => resolve({ is: 'answer', response }));
    request.on('upgrade', (response, line, head) => resolve({ is: 'upgraded', response, line, head }));
    request.on('error', () => resolve(null));
    request.end(body);
  });
}
