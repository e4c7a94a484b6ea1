import type { NetworkInterfaceInfo } from 'node:os';
import { expect, it } from 'vitest';
import { lanAddresses } from '../../../server/http/lan';

const v4 = (address: string, internal = false): NetworkInterfaceInfo => ({
  family: 'IPv4',
  address,
  internal,
  netmask: '',
  mac: '',
  cidr: null,
});
const v6 = { ...v4('fe80::1'), family: 'IPv6' } as NetworkInterfaceInfo;

it('phones are offered the LAN addresses, those that homes and schools use first', () => {
  expect(
    lanAddresses({
      lo: [v4('127.0.0.1', true)],
      eth0: [v4('130.192.1.2'), v6],
      eth1: [v4('172.20.0.4')],
      eth2: [v4('10.0.0.5')],
      wlan0: [v4('192.168.1.7')],
    }),
  ).toEqual(['192.168.1.7', '10.0.0.5', '172.20.0.4', '130.192.1.2']);
});

it.each([
  'docker0',
  'br-1f2e',
  'veth12',
  'virbr0',
  'vmnet8',
  'tailscale0',
  'utun3',
  'vEthernet (WSL)',
  'VirtualBox Host-Only Network',
])('the network %s inside this computer is not offered', (name) => {
  expect(lanAddresses({ [name]: [v4('192.168.99.1')] })).toEqual([]);
});

it('an address that says "no network" (169.254) is not offered, and the same one twice is offered once', () => {
  expect(lanAddresses({ eth0: [v4('169.254.3.4')], a: [v4('10.1.1.1')], b: [v4('10.1.1.1')] })).toEqual([
    '10.1.1.1',
  ]);
});
