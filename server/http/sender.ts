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

/** The same, ready to be asked; null: nobody is believed. */
function believed(proxies: Proxies): ((address: string, hop: number) => boolean) | null {
  const trust = trusted(proxies);
  if (trust === false) return null;
  return typeof trust === 'function' ? trust : proxyaddr.compile(trust);
}

/** Tells whether a request comes right from a proxy whose word about it is taken. */
export function proxied(proxies: Proxies): (request: IncomingMessage) => boolean {
  const trust = believed(proxies);
  return ({ socket }) => trust?.(socket.remoteAddress ?? '', 0) ?? false;
}

/** Tells the network that a request comes from; for limits alone, it is never written down. */
export type SenderOf = (request: IncomingMessage) => string;

/** The same answer for requests and for sockets: both believe proxies as Fastify does. */
export function senders(proxies: Proxies): SenderOf {
  const trust = believed(proxies);
  if (trust === null) return ({ socket }) => networkOf(socket.remoteAddress ?? '');
  return (request) => networkOf(proxyaddr(request, trust));
}
