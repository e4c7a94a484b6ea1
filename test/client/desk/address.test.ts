import { expect, test } from 'vitest';
import { beforePort, isLoopback, joinLink, ticketLink } from '../../../client/pages/desk/address';

test.each([
  ['http://localhost:3000', true],
  ['http://127.0.0.1:3000', true],
  ['http://127.4.5.6', true],
  ['http://[::1]:3000', true],
  ['http://192.168.1.20:3000', false],
  ['https://trainoff.school.example', false],
  ['http://127.school.example', false],
])('%s is out of reach for a phone: %s', (address, loopback) => {
  expect(isLoopback(address)).toBe(loopback);
});

test.each([
  ['http://192.168.1.20:3000', ['http://192.168.1.20', ':3000']],
  ['https://trainoff.school.example', ['https://trainoff.school.example']],
])('%s is written on two lines without cutting its port', (address, parts) => {
  expect(beforePort(address)).toEqual(parts);
});

test('the QR carries the code, and a ticket only in its fragment', () => {
  expect(joinLink('http://10.0.0.2:3000', '123456')).toBe('http://10.0.0.2:3000/play/123456');
  expect(ticketLink('http://10.0.0.2:3000', '123456', 'abc')).toBe(
    'http://10.0.0.2:3000/play/123456#ticket=abc',
  );
});
