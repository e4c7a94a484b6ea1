import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** Where thread scripts are built for tests: a thread needs a file that Node runs as it is. */
export const THREADS = 'node_modules/.cache/trainoff/threads';

/** The folder of all of them. */
export const threadScripts = pathToFileURL(`${resolve(THREADS)}/`);

export type ThreadName = 'train' | 'lessons' | 'exchange' | 'troubled' | 'gated' | 'stubborn';

/** A thread script by its name. */
export const threadScript = (name: ThreadName): URL => pathToFileURL(resolve(THREADS, `${name}.js`));

/** Vitest's global setup. */
export async function setup(): Promise<void> {
  // Not at the top: a program that is bundled to be measured stands where that finds no package.json.
  const { isAtLeast, NEEDED } = await import('../../scripts/lib/node/needed.mjs');
  // The database driver would end the process without a word.
  if (!isAtLeast(NEEDED, process.versions.node))
    throw new Error(`Tests need Node ${NEEDED} or newer: npm run test:only -- FILES brings it.`);
  await build({
    entryPoints: {
      appender: 'server/storage/log/appender.worker.ts',
      reader: 'server/storage/log/reader.worker.ts',
      scrub: 'server/storage/prisma/scrub.worker.ts',
      lessons: 'server/lessons/reading.worker.ts',
      train: 'server/workers/train.worker.ts',
      exchange: 'server/exchange/exchange.worker.ts',
      troubled: 'test/support/troubled.worker.ts',
      gated: 'test/support/gated.worker.ts',
      stubborn: 'test/support/stubborn.worker.ts',
    },
    outdir: THREADS,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node22',
    loader: { '.wasm': 'binary' },
  });
}
