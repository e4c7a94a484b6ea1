import { readdirSync } from 'node:fs';
import { at } from './paths.mjs';
import { runNode } from './run.mjs';
import { Stop } from './say.mjs';

/**
 * Prisma's command line wants to download a schema engine that `generate` does not use. Where it is absent
 * any program that exists silences the wish; Node itself does on every system.
 */
function engineEnv() {
  if (process.env.PRISMA_SCHEMA_ENGINE_BINARY) return {};
  const present = readdirSync(at('node_modules/@prisma/engines')).some((name) =>
    name.startsWith('schema-engine'),
  );
  return present ? {} : { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath };
}

/** Writes the typed database client into server/storage/generated. */
export async function generatePrisma() {
  const env = { ...engineEnv(), CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' };
  const { code, output } = await runNode(at('node_modules/prisma/build/index.js'), ['generate'], {
    env,
    quiet: true,
  });
  if (code !== 0) throw new Stop(`The database client could not be generated:\n${output}`);
}
