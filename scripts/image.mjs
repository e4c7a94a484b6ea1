import { parseArgs } from 'node:util';
import { typed } from './lib/data.mjs';
import { makeImage, runtimePackages } from './lib/image.mjs';
import { main, say, Stop } from './lib/say.mjs';

function target() {
  const { to } = parseArgs({ options: { to: { type: 'string' } } }).values;
  if (to) return typed(to);
  throw new Stop('Say where it goes: node scripts/image.mjs --to FOLDER');
}

/** `node scripts/image.mjs --to FOLDER`: what a container holds, after a build. The Dockerfile calls it. */
await main(() => {
  const folder = target();
  makeImage(folder);
  say(`${folder} holds the server, and ${runtimePackages().length} packages that it runs with.`);
});
