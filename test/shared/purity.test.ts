import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const shared = fileURLToPath(new URL('../../shared', import.meta.url));
const sources = readdirSync(shared, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.ts'),
);

/** What a source file imports or exports from, dynamic imports included. */
const importsOf = (source: string) => ts.preProcessFile(source).importedFiles.map(({ fileName }) => fileName);

test('shared/ imports its own files and valibot, nothing else', () => {
  expect(sources.length).toBeGreaterThan(20);
  const strangers = sources.flatMap((name) => {
    const file = join(shared, name);
    const own = (target: string) =>
      target.startsWith('.') && !relative(shared, resolve(dirname(file), target)).startsWith('..');
    return importsOf(readFileSync(file, 'utf8'))
      .filter((target) => target !== 'valibot' && !own(target))
      .map((target) => `${name}: ${target}`);
  });
  expect(strangers).toEqual([]);
});
