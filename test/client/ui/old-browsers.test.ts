import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** What is younger than Safari 15.4 or Firefox 115, and the first that know it, as caniuse.com has them. */
const YOUNGER: readonly (readonly [RegExp, string])[] = [
  [/:has\(/, 'Firefox 121'],
  [/color-mix\(/, 'Safari 16.2'],
  [/light-dark\(/, 'Safari 17.5, Firefox 120'],
  [/@starting-style/, 'Safari 17.5, Firefox 129'],
  [/@property/, 'Safari 16.4, Firefox 128'],
  [/field-sizing/, 'Safari 26.2'],
  [/(?<!overflow: hidden;\s+)overflow: clip/, 'Safari 16'],
  [/(?<!@supports \(width: 1cqw\)[\s\S]{0,80})100cqw/, 'Safari 16'],
];

const styles = readdirSync('client', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(svelte|css)$/.test(file))
  .map((file) => ({ file, text: readFileSync(join('client', file), 'utf8') }));

test.each(YOUNGER)('no style depends on %s, which begins with %s', (younger) => {
  expect(styles.length).toBeGreaterThan(100);
  expect(styles.filter(({ text }) => younger.test(text)).map(({ file }) => file)).toEqual([]);
});
