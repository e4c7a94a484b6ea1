import type { IncomingMessage } from 'node:http';
import { proxied, type Proxies } from './sender';

/** The hosts that a browser may have asked for with a request, the likeliest first; none if nobody said one. */
export type AskedHosts = (request: IncomingMessage) => readonly string[];

/** The last of several, which the nearest proxy has added. */
const lastOf = (header: string | string[] | undefined): string | undefined =>
  [header ?? []].flat().join(',').split(',').at(-1)?.trim() || undefined;

const HAS_PORT = /:\d+$/;

/**
 * What was asked for, as far as it can be known: what a proxy that is trusted says was asked of it, else `Host`. Where
 * it leaves the port out and names it apart, as some do, both are possible.
 */
export function askedHosts(proxies: Proxies): AskedHosts {
  const fromProxy = proxied(proxies);
  return (request) => {
    const { host } = request.headers;
    if (!fromProxy(request)) return host === undefined ? [] : [host];
    const asked = lastOf(request.headers['x-forwarded-host']) ?? host;
    if (asked === undefined) return [];
    const port = lastOf(request.headers['x-forwarded-port']);
    return port === undefined || HAS_PORT.test(asked) ? [asked] : [asked, `${asked}:${port}`];
  };
}
