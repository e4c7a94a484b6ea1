import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

/** Built by `npm test` before anything runs; `npm run build` does it alone. */
const DIST = 'dist/client';
const MANIFEST = join(DIST, '.vite/manifest.json');

/** All JavaScript to join and play a `choice`, in bytes of gzip. */
const BUDGET = 60_000;

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
}

const loaded = [
  'index.html',
  'pages/student/Join.svelte',
  'pages/student/Play.svelte',
  'activities/choice/Play.svelte',
];

/** These chunks and everything that they import statically. */
function withImports(manifest: Readonly<Record<string, Chunk>>, names: readonly string[]): Set<string> {
  const files = new Set<string>();
  const visit = (name: string) => {
    const chunk = manifest[name];
    if (!chunk) throw new Error(`the build has no ${name}`);
    if (files.has(chunk.file)) return;
    files.add(chunk.file);
    chunk.imports?.forEach(visit);
  };
  names.forEach(visit);
  return files;
}

const source = (file: string) => readFileSync(join(DIST, file));

test(`a phone loads at most ${BUDGET / 1_000} kB of JavaScript to join and play a choice`, () => {
  expect(existsSync(MANIFEST), 'the client is not built').toBe(true);
  const manifest = JSON.parse(readFileSync(MANIFEST, 'utf8')) as Record<string, Chunk>;
  const files = [...withImports(manifest, loaded)];
  const bytes = files.reduce((sum, file) => sum + gzipSync(source(file), { level: 9 }).length, 0);
  expect(bytes).toBeLessThanOrEqual(BUDGET);
});

test('what belongs to the teacher’s pages is not among it', () => {
  const manifest = JSON.parse(readFileSync(MANIFEST, 'utf8')) as Record<string, Chunk>;
  const code = [...withImports(manifest, loaded)].map((file) => source(file).toString()).join('\n');
  expect(code).not.toContain('bits-floating');
  expect(code).not.toContain('/api/');
});
