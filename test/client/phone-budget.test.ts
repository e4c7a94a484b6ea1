import { expect, test } from 'vitest';
import { onTheWire, phoneCode } from '../support/phone-code';

/** All JavaScript to join and play a `choice`, in bytes of gzip. */
const BUDGET = 75_000;

test(`a phone loads at most ${BUDGET / 1_000} kB of JavaScript to join and play a choice`, () => {
  expect(onTheWire(phoneCode())).toBeLessThanOrEqual(BUDGET);
});

test('what belongs to the teacher’s pages is not among it', () => {
  const code = phoneCode().join('\n');
  expect(code).not.toContain('bits-floating');
  expect(code).not.toContain('/api/');
});
