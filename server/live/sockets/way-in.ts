import type { IncomingMessage } from 'node:http';
import type { ErrorCode } from '#shared/errors';

/** Where our own pages are; see http/origin.ts. */
export type OriginAllowed = (request: IncomingMessage) => boolean;

/**
 * Why a connection may not be opened; null: it may. Everything later names the connection's id, which only who opened
 * it knows. A page of another site cannot read the answer in which the id stands, unless the answer is a script (JSONP).
 */
export function refusalOfOpening(request: IncomingMessage, originAllowed: OriginAllowed): ErrorCode | null {
  if (new URL(request.url ?? '', 'http://trainoff').searchParams.has('j')) return 'bad-packet';
  return originAllowed(request) ? null : 'origin-refused';
}
