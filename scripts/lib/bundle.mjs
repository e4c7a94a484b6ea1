import { readFileSync, rmSync } from 'node:fs';
import { gzipFolder } from './gzip.mjs';
import { ENTRIES, entries } from './parts.mjs';
import { ROOT, at } from './paths.mjs';
import { Stop } from './say.mjs';

const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8'));

/** How esbuild bundles the server: our own sources in, packages left in node_modules. */
export function serverOptions(build, outdir = 'dist/server') {
  return {
    absWorkingDir: ROOT,
    entryPoints: entries().map(([out, source]) => ({ in: source, out })),
    outdir,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node22',
    // The kernel's bytes travel in the thread's own file.
    loader: { '.wasm': 'binary' },
    sourcemap: true,
    define: { __BUILD__: JSON.stringify(build), __VERSION__: JSON.stringify(version) },
    logLevel: 'warning',
  };
}

/** Bundles the server's entries into dist/server. `build` names the client that it goes with. */
export async function bundleServer(build) {
  if (!entries().some(([name]) => name === 'main')) throw new Stop(`${ENTRIES.main} is missing.`);
  const esbuild = await import('esbuild');
  rmSync(at('dist/server'), { recursive: true, force: true });
  await esbuild.build(serverOptions(build));
}

/** Builds the pages into dist/client, each file beside its compressed twin. */
export async function bundleClient(build) {
  process.env.TRAINOFF_BUILD = build;
  const vite = await import('vite');
  await vite.build({ root: at('client'), configFile: at('vite.config.ts'), logLevel: 'warn' });
  gzipFolder(at('dist/client'));
}
