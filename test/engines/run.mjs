import { installApart } from '../../scripts/lib/apart.mjs';
import { install } from '../../scripts/lib/install.mjs';
import { compileKernel } from '../../scripts/lib/kernel.mjs';
import { at } from '../../scripts/lib/paths.mjs';
import { runNode } from '../../scripts/lib/run.mjs';
import { main } from '../../scripts/lib/say.mjs';
import { findEngines } from './programs.mjs';

const OUT = at('node_modules/.cache/trainoff/engines/engines.js');

/** `npm run test:engines [-- --short] [-- --json FILE]`: the jobs of the numeric core in every engine. */
await main(async () => {
  await install();
  await compileKernel();
  const { build } = await import('esbuild');
  const args = process.argv.slice(2);
  const short = args.includes('--short');
  if (!short) await installApart('puppeteer', 'test/engines/puppeteer', 'puppeteer-core/package.json');
  const programs = await findEngines(short);
  await build({
    absWorkingDir: at(),
    entryPoints: ['test/engines/engines.ts'],
    outfile: OUT,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node22',
    sourcemap: true,
  });
  return (await runNode(OUT, args, { env: { TRAINOFF_ENGINES: JSON.stringify(programs) } })).code;
});
