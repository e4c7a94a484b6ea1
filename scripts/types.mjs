import { at } from './lib/paths.mjs';
import { runNode } from './lib/run.mjs';
import { main } from './lib/say.mjs';

/** `npm run types`: shared, server, test and demo, then the pages, which may read what that leaves. */
await main(async () => {
  const { code } = await runNode(at('node_modules/typescript/bin/tsc'), ['-b']);
  if (code !== 0) return code;
  const pages = ['--tsconfig', 'client/tsconfig.json'];
  return (await runNode(at('node_modules/svelte-check/bin/svelte-check'), pages)).code;
});
