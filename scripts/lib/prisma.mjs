import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative, sep } from 'node:path';
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

/** Where the schema for PostgreSQL is written before it is read. */
const OTHER = 'node_modules/.cache/trainoff/postgres/schema.prisma';

const swapped = (text, from, to) => {
  if (!text.includes(from)) throw new Stop(`prisma/schema.prisma says no ${from} any more.`);
  return text.replace(from, to);
};

/**
 * The same models for PostgreSQL. A schema names its kind of database itself, and links between two folders would not
 * survive a checkout on Windows. JSON is kept as it was written: JSONB takes no half of a surrogate pair, and no NUL.
 */
function writeOther() {
  const schema = readFileSync(at('prisma/schema.prisma'), 'utf8');
  const posed = swapped(schema, 'provider = "sqlite"', 'provider = "postgresql"').replace(
    /^( +\w+ +Json)$/gm,
    '$1 @db.Json',
  );
  const folder = relative(dirname(at(OTHER)), at('server/storage/generated-postgres'))
    .split(sep)
    .join('/');
  mkdirSync(dirname(at(OTHER)), { recursive: true });
  writeFileSync(at(OTHER), swapped(posed, '../server/storage/generated', folder));
}

async function generate(schema) {
  const env = { ...engineEnv(), CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' };
  const args = ['generate', '--schema', at(schema)];
  const { code, output } = await runNode(at('node_modules/prisma/build/index.js'), args, {
    env,
    quiet: true,
  });
  if (code !== 0) throw new Stop(`The database client could not be generated:\n${output}`);
}

/** Writes the typed database clients, for SQLite and for PostgreSQL, into server/storage. */
export async function generatePrisma() {
  writeOther();
  await Promise.all(['prisma/schema.prisma', OTHER].map(generate));
}
