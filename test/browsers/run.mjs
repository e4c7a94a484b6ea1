import { installApart } from '../../scripts/lib/apart.mjs';
import { at } from '../../scripts/lib/paths.mjs';
import { makeReady } from '../../scripts/lib/ready.mjs';
import { runNode } from '../../scripts/lib/run.mjs';
import { main, Stop } from '../../scripts/lib/say.mjs';
import { findBrowsers } from './programs.mjs';

const OUT = at('node_modules/.cache/trainoff/browsers/browsers.js');

const ALL = ['chromium', 'firefox', 'webkit'];

/** `npm run test:browsers [-- firefox ...]`: the short lesson and a step of each kind, played in each browser. */
await main(async () => {
  const asked = process.argv.slice(2);
  const names = asked.length > 0 ? asked : ALL;
  if (!names.every((name) => ALL.includes(name))) throw new Stop(`Say some of these: ${ALL.join(', ')}.`);
  await makeReady();
  await installApart('puppeteer', 'test/engines/puppeteer', 'puppeteer-core/package.json');
  const programs = await findBrowsers(names);
  // Not at the top: on a fresh clone it has only just been installed.
  const { build } = await import('esbuild');
  await build({
    absWorkingDir: at(),
    entryPoints: ['test/browsers/browsers.ts'],
    outfile: OUT,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node22',
    sourcemap: true,
  });
  const env = { TRAINOFF_BROWSERS: JSON.stringify(programs) };
  return (await runNode(OUT, names, { env })).code;
});
