import { findMessages } from './lib/messages.mjs';
import { generatePrisma } from './lib/prisma.mjs';
import { main, stage } from './lib/say.mjs';

/** Writes all generated sources (database client, messages), for editors and type checks without a build. */
await main(async () => {
  await stage('database client', generatePrisma);
  await stage('messages', async () => {
    const { compile } = await import('@inlang/paraglide-js');
    await compile(findMessages());
  });
});
