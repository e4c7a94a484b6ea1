import type { IncomingMessage } from 'node:http';
import proxyaddr from '@fastify/proxy-addr';
import { networkOf } from './network';

/** Hops, or the addresses of proxies; null: nobody is in between. */
export type Proxies = number | string[] | null;

/** Whom to believe about the client's address and protocol. A hop is a proxy in front of us, the nearest first. */
export function trusted(proxies: Proxies) {
  if (typeof proxies !== 'number') return proxies ?? false;
  return (_address: string, hop: number) => hop < proxies;
}

/** Tells the network that a request comes from; for limits alone, it is never written down. */
export type SenderOf = (request: IncomingMessage) => string;

/** The same answer for requests and for sockets: both believe proxies as Fastify does. */
export function senders(proxies: Proxies): SenderOf {
  const trust = trusted(proxies);
  if (trust === false) return ({ socket }) => networkOf(socket.remoteAddress ?? '');
  const believed = typeof trust === 'function' ? trust : proxyaddr.compile(trust);
  return (request) => networkOf(proxyaddr(request, believed));
}
