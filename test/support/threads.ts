import { build } from 'esbuild';

/** Where the log's thread scripts are built for tests: a thread needs a file that Node runs as it is. */
export const THREADS = 'node_modules/.cache/trainoff/threads';

/** Vitest's global setup. */
export async function setup(): Promise<void> {
  await build({
    entryPoints: {
      appender: 'server/storage/log/appender.worker.ts',
      reader: 'server/storage/log/reader.worker.ts',
      train: 'server/workers/train.worker.ts',
    },
    outdir: THREADS,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    loader: { '.wasm': 'binary' },
  });
}
