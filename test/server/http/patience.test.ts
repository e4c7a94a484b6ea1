import { connect, type AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createHttp } from '../../../server/http/server';

/** What seconds are on a real server, ms. */
const PATIENCE = { headersTimeout: 300, requestTimeout: 300, connectionsCheckingInterval: 50 };

let http: FastifyInstance;
beforeEach(async () => {
  http = createHttp(null, null, 'silent', PATIENCE);
  http.post('/', () => 'ok');
  await http.listen({ port: 0, host: '127.0.0.1' });
});
afterEach(() => http.close());

/** How long a line is kept by a client that never hangs up itself, ms. */
function kept(bytes: string): Promise<number> {
  const opened = performance.now();
  const line = connect({ port: (http.server.address() as AddressInfo).port, allowHalfOpen: true });
  line.write(bytes);
  line.on('error', () => undefined).resume();
  return new Promise((resolve) => {
    const look = setInterval(() => {
      // Our side stays open, so only the server's end of it tells: it has to be gone as a whole.
      if (!line.destroyed) line.write('x');
    }, 50);
    line.once('close', () => {
      clearInterval(look);
      resolve(performance.now() - opened);
    });
  });
}

it.each([
  ['that asks for nothing', ''],
  ['whose headers never end', 'GET / HTTP/1.1\r\nHost: a\r\nX-Slow'],
  ['whose body never comes', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n{'],
  ['that speaks something else', 'nonsense\r\n\r\n'],
])('a line %s is ended, although its other end never hangs up', async (_what, bytes) => {
  expect(await kept(bytes)).toBeLessThan(3_000);
});
