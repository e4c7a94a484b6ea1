import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const DIST = 'dist/client';
const MANIFEST = join(DIST, '.vite/manifest.json');

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
}

/** What a phone loads to join and to play a `choice`. */
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

function readManifest(): Readonly<Record<string, Chunk>> {
  if (!existsSync(MANIFEST)) throw new Error('the client is not built');
  return JSON.parse(readFileSync(MANIFEST, 'utf8')) as Record<string, Chunk>;
}

const textOf = (file: string): string => readFileSync(join(DIST, file), 'utf8');

/** The JavaScript of the build that a phone loads to join and to play a `choice`, one text for each file. */
export const phoneCode = (): string[] => [...withImports(readManifest(), loaded)].map(textOf);

/** All JavaScript of the build's pages. */
export const everyFile = (): string[] =>
  Object.values(readManifest())
    .filter(({ file }) => file.endsWith('.js'))
    .map(({ file }) => textOf(file));

/** What these files weigh on the wire, in bytes of gzip, each compressed alone as the server sends it. */
export const onTheWire = (code: readonly string[]): number =>
  code.reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0);
