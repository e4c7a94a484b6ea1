import { expect, test } from 'vitest';
import { eventPacket, helloPacket, readPacket } from '../../../client/live/packets';

test.each([
  ['0{"sid":"x","upgrades":[],"pingInterval":10000,"pingTimeout":8000}', { type: 'open', silence: 18_000 }],
  ['2', { type: 'ping' }],
  ['1', { type: 'closed' }],
  ['40{"sid":"y"}', { type: 'connected' }],
  ['41', { type: 'closed' }],
  ['42["bye",{"code":"kicked"}]', { type: 'event', name: 'bye', payload: { code: 'kicked' } }],
  ['4312[{"ok":true,"seq":3}]', { type: 'ack', id: 12, payload: { ok: true, seq: 3 } }],
  ['437[]', { type: 'ack', id: 7, payload: undefined }],
  ['44{"message":"m","data":{"code":"kicked"}}', { type: 'refused', data: { code: 'kicked' } }],
])('%s is read', (text, packet) => {
  expect(readPacket(text)).toEqual(packet);
});

test('what a newer server may add says nothing to us', () => {
  expect(readPacket('6')).toBe(null);
  expect(readPacket('49')).toBe(null);
  expect(readPacket('')).toBe(null);
});

test('an event carries its payload, and a number where an answer is wanted', () => {
  expect(helloPacket({ role: 'screen' })).toBe('40{"role":"screen"}');
  expect(eventPacket('draft', { step: 1 }, null)).toBe('42["draft",{"step":1}]');
  expect(eventPacket('command', { id: 'a' }, 5)).toBe('425["command",{"id":"a"}]');
  expect(eventPacket('probe', undefined, 6)).toBe('426["probe"]');
});
