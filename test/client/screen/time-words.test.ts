import { expect, test } from 'vitest';
import { leftWords } from '../../../client/live/time-left';
import { timeWords } from '../../../client/pages/screen/time-words';

test('the projector tells the time that is left in the very figure of the desk', () => {
  for (const left of [600_000, 131_000, 83_000, 61_000, 10_500])
    expect(timeWords({ at: 'running', left, share: 0.5 })).toContain(leftWords(left));
});

test('the last ten seconds have no figure', () => {
  expect(timeWords({ at: 'running', left: 10_000, share: 0.1 })).not.toMatch(/\d/);
});
