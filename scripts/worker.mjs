import { inForeground } from './lib/foreground.mjs';
import { ROOT } from './lib/paths.mjs';
import { makeReady } from './lib/ready.mjs';
import { main } from './lib/say.mjs';
import { SERVER_FLAGS } from './lib/server-flags.mjs';

/** `npm run worker`: trains for servers with JOBS=queue, on this machine or another. */
await main(async () => {
  await makeReady();
  return inForeground(process.execPath, [...SERVER_FLAGS, 'dist/server/worker-main.js'], { cwd: ROOT });
});
