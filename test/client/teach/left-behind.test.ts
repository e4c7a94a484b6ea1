import { expect, test } from 'vitest';
import { overwriteGetLocale } from '../../../client/i18n/generated/runtime.js';
import { leftBehind } from '../../../client/pages/teach/exchange/left-behind';

test('what a file leaves behind is told by what is lost, that of most steps first', () => {
  overwriteGetLocale(() => 'en');
  const theory = { code: 'part-left-out', what: 'theory' } as const;
  const left = leftBehind({
    lost: [
      { step: 0, lost: [{ code: 'time-limit-changed', what: '45' }, theory] },
      { step: 1, lost: [{ code: 'not-in-this-format' }] },
      { step: 2, lost: [theory, { code: 'picture-dropped', what: 'a.png' }] },
      { step: 3, lost: [{ code: 'time-limit-changed', what: '60' }, theory] },
    ],
  });
  overwriteGetLocale(() => 'it');
  expect(left).toEqual({
    out: [1],
    lost: [
      { words: 'the theory', steps: [0, 2, 3] },
      { words: 'the time to answer', steps: [0, 3] },
      { words: 'a picture that has no place here (\u2068a.png\u2069)', steps: [2] },
    ],
  });
});

test('a step that a format cannot say at all loses nothing else by it', () => {
  const lost = [{ code: 'feedback' }, { code: 'not-in-this-format' }] as const;
  expect(leftBehind({ lost: [{ step: 4, lost }] })).toEqual({ out: [4], lost: [] });
});
