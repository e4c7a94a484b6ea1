import type { IncomingMessage } from 'node:http';
import type { ErrorCode } from '#shared/errors';

/** Where our own pages are; see http/origin.ts. */
export type OriginAllowed = (origin: string | undefined, host: string | undefined) => boolean;

/**
 * Why a connection may not be opened; null: it may. Everything later names the connection's id, which only who opened
 * it knows. A page of another site cannot read the answer in which the id stands, unless the answer is a script (JSONP).
 */
export function refusalOfOpening(request: IncomingMessage, originAllowed: OriginAllowed): ErrorCode | null {
  const { origin, host, 'sec-fetch-site': site } = request.headers;
  if (new URL(request.url ?? '', 'http://trainoff').searchParams.has('j')) return 'bad-packet';
  // A browser leaves the origin out where a page polls its own server, and where another one hides it.
  const hidden = origin === undefined && site !== undefined && site !== 'same-origin';
  return hidden || !originAllowed(origin, host) ? 'origin-refused' : null;
}
