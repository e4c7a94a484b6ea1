import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const sources = readdirSync('client', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(svelte|ts)$/.test(file) && !file.includes('generated'))
  .map((file) => ({ file, text: readFileSync(join('client', file), 'utf8') }));

/** What may be a thousand and more. */
const LARGE = ['points', 'energy', 'epoch', 'epochs'];

/** What is filled into sentences: the names and what they are given, of each call of a message. */
const filled = sources.flatMap(({ file, text }) =>
  [...text.matchAll(/\bm\.(\w+)\(\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}\)/g)].flatMap(([, message, blanks = '']) =>
    [...blanks.matchAll(/(\w+):\s*([^,\n]+)/g)].map(([, name = '', given = '']) => ({
      where: `${file} ${message} ${name}`,
      name,
      given: given.trim(),
    })),
  ),
);

test('a number that may be a thousand and more has its thousands apart before it stands in a sentence', () => {
  const large = filled.filter(({ name }) => LARGE.includes(name));
  expect(large.length).toBeGreaterThan(3);
  const raw = large.filter(({ given }) => !/^(whole|spread)\(/.test(given));
  expect(raw.map(({ where }) => where)).toEqual([]);
});

test('nor does one stand in a page as it is', () => {
  const raw = sources.flatMap(({ file, text }) =>
    [...text.matchAll(/>\s*\{[\w.?!]*\.(?:points|energy|epochs?)(?: \?\? 0)?\}/g)].map(
      ([found]) => `${file} ${found}`,
    ),
  );
  expect(raw).toEqual([]);
});
