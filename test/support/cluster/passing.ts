import { request as send, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

/** A server that has not taken a connection by then is away, ms. */
const CONNECT_WITHIN = 1_000;

/** By when a server begins to answer, ms: over sockets it says a ping every 2.5 s. */
const ANSWER_WITHIN = { sockets: 8_000, others: 30_000 };

/** What a server has made of a request. */
export type Passed =
  | { readonly is: 'answer'; readonly response: IncomingMessage }
  | {
      readonly is: 'upgraded';
      readonly response: IncomingMessage;
      readonly line: Duplex;
      readonly head: Buffer;
    }
  /** `sent`: it may have done what was asked. */
  | { readonly is: 'failed'; readonly sent: boolean };

const forwarded = ({ headers, socket }: IncomingMessage) => ({
  ...headers,
  'x-forwarded-for': [headers['x-forwarded-for'] ?? [], socket.remoteAddress ?? ''].flat().join(', '),
  'x-forwarded-host': headers.host ?? '',
  'x-forwarded-proto': 'http',
});

/** Asks the server at this port what was asked of the proxy. */
export function pass(asked: IncomingMessage, body: Buffer, port: number): Promise<Passed> {
  const { method = 'GET', url: path = '/' } = asked;
  const { sockets, others } = ANSWER_WITHIN;
  return new Promise((resolve) => {
    let sent = false;
    const request = send({ host: '127.0.0.1', port, method, path, headers: forwarded(asked), agent: false });
    const give = (passed: Passed) => {
      clearTimeout(patience);
      resolve(passed);
    };
    let patience = setTimeout(() => request.destroy(), CONNECT_WITHIN);
    request.on('socket', (socket) =>
      socket.once('connect', () => {
        sent = true;
        clearTimeout(patience);
        patience = setTimeout(() => request.destroy(), path.startsWith('/socket.io/') ? sockets : others);
      }),
    );
    request.on('response', (response) => give({ is: 'answer', response }));
    request.on('upgrade', (response, line, head) => give({ is: 'upgraded', response, line, head }));
    request.on('error', () => give({ is: 'failed', sent }));
    request.on('close', () => give({ is: 'failed', sent }));
    request.end(body);
  });
}
