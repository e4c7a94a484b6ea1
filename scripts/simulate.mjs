import { pathToFileURL } from 'node:url';
import { at } from './lib/paths.mjs';
import { main } from './lib/say.mjs';

/** `npm run simulate -- --seeds 100 --steps 1000`, or `--seed 17` for one again: see test/simulator/. */
await main(async () => {
  const { build } = await import('esbuild');
  const outfile = at('dist/simulator/run.mjs');
  await build({
    entryPoints: [at('test/simulator/run.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
  });
  await import(pathToFileURL(outfile).href);
  return process.exitCode;
});
