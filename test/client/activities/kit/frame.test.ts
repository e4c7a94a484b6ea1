import { expect, test } from 'vitest';
import { isLive, stateOf } from '../../../../client/activities/kit/frame';

test('an open step whose answer was received is sent, and can still be changed', () => {
  expect(stateOf('open', false)).toBe('open');
  expect(stateOf('open', true)).toBe('sent');
  expect(isLive(stateOf('open', true))).toBe(true);
});

test('afterwards it no longer matters what was received', () => {
  for (const received of [true, false]) {
    expect(stateOf('closed', received)).toBe('closed');
    expect(stateOf('revealed', received)).toBe('revealed');
    expect(isLive(stateOf('closed', received))).toBe(false);
  }
});

test('a step without an answer is shown, and there is nothing to change', () => {
  expect(stateOf('shown', false)).toBe('shown');
  expect(isLive('shown')).toBe(false);
});
