import * as v from 'valibot';
import { expect, test } from 'vitest';
import { handshakeSchema } from '#shared/protocol';
import { PREVIOUS_PROTOCOL, PROTOCOL, speaksWith } from '#shared/version';

test('the protocol before is this one or the one below it', () => {
  expect([PROTOCOL, PROTOCOL - 1]).toContain(PREVIOUS_PROTOCOL);
});

test('a build speaks with itself, with one that was raised by one and still speaks this, and with the one before', () => {
  expect(speaksWith({ protocol: PROTOCOL, previous: PREVIOUS_PROTOCOL })).toBe(true);
  expect(speaksWith({ protocol: PROTOCOL + 1, previous: PROTOCOL })).toBe(true);
  expect(speaksWith({ protocol: PREVIOUS_PROTOCOL })).toBe(true);
  expect(speaksWith({ protocol: PREVIOUS_PROTOCOL, previous: PREVIOUS_PROTOCOL - 1 })).toBe(true);
});

test('it does not speak with what has nothing in common with it', () => {
  expect(speaksWith({ protocol: PREVIOUS_PROTOCOL - 1 })).toBe(false);
  expect(speaksWith({ protocol: PROTOCOL + 1 })).toBe(false);
  expect(speaksWith({ protocol: PROTOCOL + 2, previous: PROTOCOL + 1 })).toBe(false);
});

test('a handshake may leave out the protocol before, as pages did that knew of one alone', () => {
  const hello = { protocol: PROTOCOL, build: 'b', role: 'desk', session: 'session-of-ada' };
  expect(v.is(handshakeSchema, hello)).toBe(true);
  expect(v.is(handshakeSchema, { ...hello, previous: PREVIOUS_PROTOCOL })).toBe(true);
});
