import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { networkOf } from '../../../server/http/network';
import { senders, type Proxies } from '../../../server/http/sender';

describe('the network of an address', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['::FFFF:cb00:7107', '203.0.113.7'],
    ['::1', '0:0:0:0::/64'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::', '2001:db8:1:2::/64'],
    ['2001:db8:0:2:ffff::9', '2001:db8:0:2::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['64:ff9b::192.0.2.33', '64:ff9b:0:0::/64'],
    ['', '?'],
    ['unknown', '?'],
    ['1.2.3.4, 5.6.7.8', '?'],
  ])('of %j is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

/** A request that came from `remote`, with what proxies have written on it. */
function requestFrom(remote: string, forwarded?: string): IncomingMessage {
  const socket = Object.defineProperty(new Socket(), 'remoteAddress', { value: remote });
  const request = new IncomingMessage(socket);
  if (forwarded !== undefined) request.headers['x-forwarded-for'] = forwarded;
  return request;
}

describe('whoever sends a request', () => {
  it.each<[string, Proxies, string, string]>([
    ['without a proxy, what anybody writes on it is not believed', null, '1.1.1.1', '198.51.100.1'],
    ['with one hop, the last address is the sender’s', 1, '1.1.1.1, 203.0.113.7', '203.0.113.7'],
    ['with two hops, the last but one', 2, '1.1.1.1, 203.0.113.7, 10.0.0.2', '203.0.113.7'],
    ['behind a named proxy', ['198.51.100.0/24'], '203.0.113.7', '203.0.113.7'],
    ['behind a proxy of another name, the proxy', ['loopback'], '203.0.113.7', '198.51.100.1'],
  ])('%s', (_what, proxies, forwarded, network) => {
    expect(senders(proxies)(requestFrom('198.51.100.1', forwarded))).toBe(network);
  });

  it('is one network over IPv6, however many addresses it takes there', () => {
    const whole = senders(1);
    const from = (address: string) => whole(requestFrom('::1', address));
    expect(from('2001:db8::1')).toBe(from('2001:db8::ffff:ffff:ffff:ffff'));
    expect(from('2001:db8::1')).not.toBe(from('2001:db8:0:1::1'));
  });
});
