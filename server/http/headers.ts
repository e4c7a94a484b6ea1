import type { IncomingMessage } from 'node:http';
import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import type { AskedHosts } from './asked';

/** A name or address with its port; anything else must not get into a header of ours. */
const HOST = /^[\w.-]+(:\d+)?$|^\[[\da-f:.]+\](:\d+)?$/i;

/** Safari counts sockets as 'self' from version 16 on only; iOS 15.4 needs its own host spelt out. */
function ownSockets([host = '']: readonly string[]): string {
  return HOST.test(host) ? `ws://${host} wss://${host}` : "'self'";
}

/** The one page that may stand in a frame, of our own pages: it shows an editor what a phone and a projector will. */
export const FRAMED = '/teach/preview';

/** Whose frames a page may stand in. */
const framers = (request: unknown): string =>
  (request as IncomingMessage).url?.split('?', 1)[0] === FRAMED ? "'self'" : "'none'";

/**
 * Security headers that a phone on plain http survives: helmet's defaults would have its browser fetch our own
 * scripts over https, where nobody listens. Behind https, HSTS is the proxy's to set.
 */
export async function setHeaders(app: FastifyInstance, asked: AskedHosts): Promise<void> {
  // Its type allows any kind of request.
  const socketsOf = (request: unknown) => ownSockets(asked(request as IncomingMessage));
  await app.register(helmet, {
    strictTransportSecurity: false,
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    xFrameOptions: { action: 'deny' },
    // With no-referrer some browsers blank the Origin of our own requests.
    referrerPolicy: { policy: 'same-origin' },
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        connectSrc: ["'self'", socketsOf],
        fontSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: [framers],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        // Kernels of the training core are WebAssembly.
        scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
        scriptSrcAttr: ["'none'"],
        styleSrc: ["'self'"],
        // Formulas are laid out with style attributes.
        styleSrcAttr: ["'unsafe-inline'"],
        workerSrc: ["'self'"],
      },
    },
  });
}
