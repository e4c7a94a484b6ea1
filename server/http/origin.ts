import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { Journal } from '../journal';
import { refuse } from './answer';
import type { AskedHosts } from './asked';

/** Whether a request may act on this server: one function for requests and for sockets. */
export type OriginCheck = (request: IncomingMessage) => boolean;

/** Whether a page is one of a host. A browser leaves out the port that its protocol has by default; a proxy may not. */
export function isOf(page: URL, host: string): boolean {
  const url = `${page.protocol}//${host}`;
  return /^https?:$/.test(page.protocol) && URL.canParse(url) && new URL(url).host === page.host;
}

/**
 * Allows our own pages: those of the host that was asked, and of PUBLIC_URL. Who sends no Origin is no browser page, or
 * one that polls its own server: browsers send one with websockets, with requests that change something and with those
 * to other sites, unless they hide it, and then they name the relation. `null`, from sandboxed frames and files, is
 * refused.
 */
export function originCheck(publicUrl: string | null, asked: AskedHosts): OriginCheck {
  return (request) => {
    const { origin, 'sec-fetch-site': site } = request.headers;
    if (origin === undefined) return site === undefined || site === 'same-origin';
    if (!URL.canParse(origin)) return false;
    const page = new URL(origin);
    return page.origin === publicUrl || asked(request).some((host) => isOf(page, host));
  };
}

/** More of a header than this tells nobody anything. */
const LONGEST = 100;

/** The check, telling the journal of what it refuses; `at` is what was refused. */
export const toldCheck =
  (allowed: OriginCheck, asked: AskedHosts, journal: Journal, at: 'request' | 'socket'): OriginCheck =>
  (request) => {
    if (allowed(request)) return true;
    const origin = (request.headers.origin ?? '').slice(0, LONGEST);
    journal({ event: 'origin-refused', at, origin, host: asked(request).join(' ').slice(0, LONGEST) });
    return false;
  };

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Refuses every request that could change something and comes from somebody else's page. */
export function checkOrigins(app: FastifyInstance, allowed: OriginCheck): void {
  app.addHook('onRequest', async (request, reply) => {
    if (!READING.has(request.method) && !allowed(request.raw)) return refuse(reply, 'origin-refused');
  });
}
