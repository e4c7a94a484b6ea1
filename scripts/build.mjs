import { bundleClient, bundleServer } from './lib/bundle.mjs';
import { remember } from './lib/fingerprint.mjs';
import { parts } from './lib/parts.mjs';
import { compileKernel } from './lib/kernel.mjs';
import { generatePrisma } from './lib/prisma.mjs';
import { main, stage } from './lib/say.mjs';

const MAKE = {
  prisma: ['database client', generatePrisma],
  kernel: ['training kernel', compileKernel],
  client: ['pages', bundleClient],
  server: ['server', bundleServer],
};

/** Builds what is stale. The id of a build is the print of the client, which old tabs compare. */
await main(async () => {
  const all = parts();
  const build = all.find(({ name }) => name === 'client').print;
  for (const { name, print, fresh } of all) {
    if (fresh) continue;
    const [title, make] = MAKE[name];
    await stage(title, () => make(build));
    remember(name, print);
  }
});
