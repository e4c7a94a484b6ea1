import { expect, test } from 'vitest';
import type { PulseFrame } from '#shared/protocol';
import { pulseAfter } from '../../../client/live/pulse';

const pulse: PulseFrame = {
  seq: 9,
  address: 'http://192.168.1.2:3000',
  seats: 30,
  here: 28,
  answered: 12,
  predicted: 0,
  picture: { counts: { a: 12 }, answers: 12 },
  before: { counts: { a: 7 }, answers: 7 },
  training: { done: 1, of: 2 },
  together: null,
};
const on = (step: number) => ({ stage: { at: 'step', step } });

test('while the same step is on stage its picture stays', () => {
  expect(pulseAfter(pulse, on(3), on(3))).toBe(pulse);
});

test.each([
  ['the next step', on(3), on(4)],
  ['the board of that step', on(3), { stage: { at: 'board', step: 3 } }],
  ['the lobby', on(0), { stage: { at: 'lobby' } }],
  ['a step where nothing was shown before', null, on(0)],
])('with %s on stage nothing is left of the picture, and it is known who is here', (_name, before, after) => {
  expect(pulseAfter(pulse, before, after)).toEqual({
    ...pulse,
    answered: 0,
    picture: null,
    before: null,
    training: null,
  });
});

test('before the first pulse there is none', () => {
  expect(pulseAfter(null, on(3), on(4))).toBeNull();
});
