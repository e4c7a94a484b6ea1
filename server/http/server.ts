import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import Fastify, { LogController, type FastifyInstance } from 'fastify';
import type { LogLevel } from '../env';
import { refuse } from './answer';
import { trusted, type Proxies } from './sender';

/** A certificate and its key, as PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/** Every body of the API is far below it; lessons and pictures will have limits of their own. */
const BODY_LIMIT = 64 * 1024;

/** A request that has not arrived whole by then is given up, ms. */
const PATIENCE = { requestTimeout: 30_000, headersTimeout: 15_000 };

const NOT_HTTP = 'HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Type: application/json\r\n\r\n';

/** Lines of JSON on stderr, without the machine's name: laptops are called after people. */
const logOptions = (level: LogLevel) => ({
  level: level === 'info' ? 'warn' : level,
  stream: process.stderr,
  base: null,
  timestamp: () => `,"time":"${new Date().toISOString()}"`,
  formatters: { level: (label: string) => ({ level: label }) },
});

/**
 * The bare HTTP server: http, or https with a certificate. It logs warnings and worse, and never a request. (What the
 * framework says at `info` holds addresses; what we say there goes through the journal.)
 */
export function createHttp(
  certificate: Certificate | null,
  trustProxy: Proxies,
  logLevel: LogLevel,
): FastifyInstance {
  const listen = (handler: RequestListener): Server =>
    certificate
      ? createSecureServer({ ...PATIENCE, ...certificate }, handler)
      : createServer(PATIENCE, handler);
  const app = Fastify({
    serverFactory: listen,
    bodyLimit: BODY_LIMIT,
    trustProxy: trusted(trustProxy),
    forceCloseConnections: true,
    logController: new LogController({ disableRequestLogging: true }),
    logger: logOptions(logLevel),
    frameworkErrors: (_error, _request, reply) => {
      refuse(reply, 'bad-packet');
    },
    clientErrorHandler: (_error, socket) => {
      if (socket.writable) socket.end(`${NOT_HTTP}{"code":"bad-packet"}`);
      else socket.destroy();
    },
  });
  // A form on a foreign page may send text/plain without the browser asking us first (CORS); JSON it may not.
  app.removeContentTypeParser('text/plain');
  return app;
}
