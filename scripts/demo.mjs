import { existsSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { at } from './lib/paths.mjs';
import { main, Stop } from './lib/say.mjs';

const OUTFILE = at('dist/demo/main.mjs');
const STAMP = at('dist/stamps/client');

/**
 * `npm run demo -- --students 30`: a class of simulated students for the session that is open; see demo/. It builds
 * nothing of the product: the server that runs must keep the build that it started with.
 */
await main(async () => {
  if (!existsSync(STAMP)) throw new Stop('Start the server and a session first: npm start.');
  const { build } = await import('esbuild');
  await build({
    absWorkingDir: at(),
    entryPoints: [at('demo/main.ts')],
    outfile: OUTFILE,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node22',
    packages: 'external',
    define: { __BUILD__: JSON.stringify(readFileSync(STAMP, 'utf8')) },
    logLevel: 'warning',
  });
  await import(pathToFileURL(OUTFILE).href);
});
