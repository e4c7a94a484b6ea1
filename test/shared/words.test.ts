import { describe, expect, test } from 'vitest';
import { formulaAt, plain, withWritten, writtenIn, nothingWritten } from '#shared/words';

describe('a dollar opens a formula', () => {
  test.each([
    ['$x$', 'x'],
    ['$x^2 + 1$ is', 'x^2 + 1'],
    ['$$\n\\frac{a}{b}\n$$', '\\frac{a}{b}'],
    ['$a\\$b$', 'a\\$b'],
    ['$a\nb$', 'a\nb'],
  ])('%j: %s', (source, tex) => {
    expect(formulaAt(source, 0)?.tex).toBe(tex);
  });

  test.each([
    '$5 and $6',
    '$ x$',
    '$5',
    '$',
    '$$',
    '$$ $$',
    '$5-$6',
    '$a\n\nb$',
    '$$a\n \nb$$',
    '$x$5',
    '$a\\',
  ])('%j does not', (source) => {
    expect(formulaAt(source, 0)).toBeNull();
  });
});

test.each([
  ['**Yes**, *if* `w` is $w_1$', 'Yes, if w is w_1'],
  ['a line\nand another', 'a line and another'],
  ['2 * 3 * 4, w1*x1+w2*x2, snake_case_name', '2 * 3 * 4, w1*x1+w2*x2, snake_case_name'],
  ['costs $5 and $6, \\$7', 'costs $5 and $6, $7'],
  ['$$\\frac{a}{b}$$', '\\frac{a}{b}'],
  ['**$a*b$ and `*c*`**', 'a*b and *c*'],
  ['no marks', 'no marks'],
])('%j in words alone is %j', (source, words) => {
  expect(plain(source)).toBe(words);
});

test('what is told carries the HTML of the texts that stand in it, and of no other', () => {
  const written = { 'a $x$': 'A', 'b $y$': 'B', constructor: 'C' };
  expect(withWritten(written, { task: { it: 'a $x$' }, more: ['z'] })).toEqual({
    task: { it: 'a $x$' },
    more: ['z'],
    written: { 'a $x$': 'A' },
  });
  expect(writtenIn(written, { text: 'toString' })).toBeNull();
  const told = { task: 'a $x$' };
  expect(withWritten(nothingWritten, told)).toBe(told);
});
