import { expect, test } from 'vitest';
import { digitsOf, isWhole } from '../../../client/pages/student/code';

test.each([
  ['482913', '482913', true],
  ['482 913', '482913', true],
  ['Codice: 482-913!', '482913', true],
  ['48291', '48291', false],
  ['4829137', '482913', true],
  ['٤٨٢٩١٣', '482913', true],
  ['۴۸۲ ۹۱۳', '482913', true],
  ['४८२९१३', '482913', true],
  ['４８２９１３', '482913', true],
  ['', '', false],
])('"%s" is the code "%s"', (typed, code, whole) => {
  expect(digitsOf(typed)).toBe(code);
  expect(isWhole(digitsOf(typed))).toBe(whole);
});
