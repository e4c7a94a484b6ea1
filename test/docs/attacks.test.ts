import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** A row of the page: a sentence, the file of its test, and what that test is called. */
const ROW = /^\| (?<sentence>.+?) +\| `(?<file>[^`]+)`: (?<name>.+?) +\|$/gmu;

const rows = [...readFileSync('docs/attacks.md', 'utf8').matchAll(ROW)].map(({ groups }) => ({
  sentence: groups?.sentence ?? '',
  file: groups?.file ?? '',
  name: groups?.name ?? '',
}));

test('every sentence on what an attacker can and cannot do has a row that names its test', () => {
  const lines = readFileSync('docs/attacks.md', 'utf8').match(/^\| (?!what|-)/gmu);
  expect(rows).toHaveLength(lines?.length ?? 0);
});

test.each(rows)('$sentence', ({ file, name }) => {
  expect(readFileSync(file, 'utf8')).toContain(name);
});
