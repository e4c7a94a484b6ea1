import { findBrowser } from './lib/browser.mjs';
import { at } from './lib/paths.mjs';
import { makeReady } from './lib/ready.mjs';
import { runNode } from './lib/run.mjs';
import { main } from './lib/say.mjs';

/** `npm run test:lecture`: the browser plays every step of the lecture, where `npm test` plays one of each kind, and writes a lesson with a step of every kind, where `npm test` writes some; pictures of it are left in test-results/screens. `-- --looks` takes them in every other look as well: a reader's own palette, tablet, large letters and so on. */
await main(async () => {
  await makeReady();
  const look = process.argv.includes('--looks') ? 'every' : 'usual';
  const env = { CHROMIUM_PATH: await findBrowser(), TRAINOFF_EVERY_STEP: '1', TRAINOFF_PICTURES: look };
  const args = ['test', 'lecture', 'forms', '--reporter=list'];
  return (await runNode(at('node_modules/@playwright/test/cli.js'), args, { env })).code;
});
