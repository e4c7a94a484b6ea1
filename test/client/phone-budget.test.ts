import { expect, test } from 'vitest';
import { everyFile, onTheWire, phoneCode } from '../support/phone-code';

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

test('nor is what only charts need, though it is in the build', () => {
  /** A sentence of d3-format, which d3-scale brings along. */
  const ofCharts = 'invalid format: ';
  expect(phoneCode().join('\n')).not.toContain(ofCharts);
  expect(everyFile().join('\n')).toContain(ofCharts);
});
