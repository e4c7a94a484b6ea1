import { describe, expect, test } from 'vitest';
import { unsentOf } from '../../../client/pages/student/unsent';

const line = { w: [10, 10], b: -15 };
const tuned = {
  step: { phase: 'open', drafts: true },
  own: { submission: null, earlier: null },
  kept: line,
  answered: false,
} as const;

describe('at the zero a phone sends by itself', () => {
  test('what its student has set and not sent', () => {
    expect(unsentOf(tuned)).toEqual({ submission: line });
  });

  test('nothing of who has only looked', () => {
    expect(unsentOf({ ...tuned, kept: undefined })).toBeNull();
  });

  test.each([
    ['an answer counts', { own: { submission: line, earlier: null } }],
    ['a first vote stands', { own: { submission: null, earlier: line } }],
    ['an answer is on its way', { answered: true }],
    ['the step has no drafts, as a choice or a race', { step: { phase: 'open', drafts: false } }],
    ['the step is closed', { step: { phase: 'closed', drafts: true } }],
  ] as const)('nothing where %s', (_, over) => {
    expect(unsentOf({ ...tuned, ...over })).toBeNull();
  });
});
