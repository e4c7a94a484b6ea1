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

/** By when a line has made a request, that request has arrived whole, and how often that is looked at, ms. */
interface Patience {
  readonly headersTimeout: number;
  readonly requestTimeout: number;
  readonly connectionsCheckingInterval: number;
}
export const PATIENCE: Patience = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 1_000,
};

/** How long TLS may take to shake hands, ms. */
const HANDSHAKE = 10_000;

/** A line over which nothing moves for so long is ended, ms: its other end does not take what it asked for. */
const STANDSTILL = 60_000;

/** By when the other end of a line has read why it ends, ms; whether it hangs up is up to it. */
const FAREWELL = 1_000;

const NOT_HTTP = 'HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Type: application/json\r\n\r\n';

/**
 * Lines of JSON on stderr, without the machine's name, since laptops are called after people, unless there may be other
 * servers to tell this one from.
 */
const logOptions = (level: LogLevel, server: string | null) => ({
  level: level === 'info' ? 'warn' : level,
  stream: process.stderr,
  base: server === null ? null : { server },
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
  patience = PATIENCE,
  serverName: string | null = null,
): FastifyInstance {
  const listen = (handler: RequestListener): Server => {
    const server = certificate
      ? createSecureServer({ ...patience, handshakeTimeout: HANDSHAKE, ...certificate }, handler)
      : createServer(patience, handler);
    return server.setTimeout(STANDSTILL);
  };
  const app = Fastify({
    serverFactory: listen,
    bodyLimit: BODY_LIMIT,
    trustProxy: trusted(trustProxy),
    forceCloseConnections: true,
    logController: new LogController({ disableRequestLogging: true }),
    logger: logOptions(logLevel, serverName),
    frameworkErrors: (_error, _request, reply) => {
      refuse(reply, 'bad-packet');
    },
    clientErrorHandler: (_error, socket) => {
      if (!socket.writable) return void socket.destroy();
      socket.end(`${NOT_HTTP}{"code":"bad-packet"}`);
      setTimeout(() => socket.destroy(), FAREWELL).unref();
    },
  });
  // A form on a foreign page may send text/plain without the browser asking us first (CORS); JSON it may not.
  app.removeContentTypeParser('text/plain');
  return app;
}
