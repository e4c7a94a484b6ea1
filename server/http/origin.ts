import type { FastifyInstance } from 'fastify';
import { refuse } from './answer';

/** Whether a browser page at `origin` may act on the server that it reached as `host`. */
export type OriginCheck = (origin: string | undefined, host: string | undefined) => boolean;

/**
 * Allows our own pages: those of the host that was asked, and of PUBLIC_URL. Who sends no Origin is no browser
 * page (browsers always send one with sockets and with requests that change something), so there is nobody's
 * cookie to misuse. `null`, from sandboxed frames and files, is refused.
 */
export function originCheck(publicUrl: string | null): OriginCheck {
  return (origin, host) => {
    if (origin === undefined) return true;
    if (!URL.canParse(origin)) return false;
    const page = new URL(origin);
    return page.origin === publicUrl || (host !== undefined && page.host === host.toLowerCase());
  };
}

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Refuses every request that could change something and comes from somebody else's page. */
export function checkOrigins(app: FastifyInstance, allowed: OriginCheck): void {
  app.addHook('onRequest', async (request, reply) => {
    if (READING.has(request.method)) return;
    const { origin, 'sec-fetch-site': site } = request.headers;
    // A browser that names the relation but hides the origin is not one of our pages.
    const hidden = origin === undefined && site !== undefined;
    if (hidden || !allowed(origin, request.host)) return refuse(reply, 'origin-refused');
  });
}
