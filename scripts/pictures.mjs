import { findHeadless } from './lib/browser.mjs';
import { at } from './lib/paths.mjs';
import { makeReady } from './lib/ready.mjs';
import { runNode } from './lib/run.mjs';
import { main } from './lib/say.mjs';

/**
 * `npm run pictures`: plays every flow and leaves in test-results/screens, one folder for each look, what its states
 * look like: as usual, in a reader's own palette, on a tablet, with large letters, at 200 %, and so on. `-- --night`
 * plays in the dark theme instead. What stands after it is for Playwright: the names of flows, say.
 */
await main(async () => {
  await makeReady();
  const given = process.argv.slice(2);
  const look = given.includes('--night') ? 'night' : 'every';
  const flows = given.filter((one) => one !== '--night');
  const env = { CHROMIUM_PATH: await findHeadless(), TRAINOFF_PICTURES: look };
  const args = ['test', ...flows, '--reporter=list', '--workers=2'];
  return (await runNode(at('node_modules/@playwright/test/cli.js'), args, { env })).code;
});
