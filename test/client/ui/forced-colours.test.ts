import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** The rules of all styles, with their files. */
const rules = readdirSync('client', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(svelte|css)$/.test(file))
  .flatMap((file) =>
    [...readFileSync(join('client', file), 'utf8').matchAll(/\{([^{}]*)\}/g)].map(([, rule = '']) => ({
      file,
      rule,
    })),
  );

test('words in the colour of the page are read in a palette of one’s own, which puts its ground behind words', () => {
  const inverse = rules.filter(({ rule }) => /(?<![-\w])color: var\(--(paper|ground)\)/.test(rule));
  expect(inverse.length).toBeGreaterThan(3);
  const lost = inverse.filter(({ rule }) => !rule.includes('forced-color-adjust: none'));
  expect(lost.map(({ file }) => file)).toEqual([]);
});
