import { existsSync } from 'node:fs';
import { fingerprint, isFresh } from './fingerprint.mjs';
import { KERNEL } from './kernel.mjs';
import { at } from './paths.mjs';

const PACKAGES = ['package.json', 'package-lock.json'];
const CLIENT = ['client', 'shared', 'messages', 'vite.config.ts', 'svelte.config.js'];

/** The server's bundles: its sources, and where each one goes. A thread needs a file of its own. */
export const ENTRIES = {
  main: 'server/main.ts',
  health: 'server/health.ts',
  carry: 'server/carry.ts',
  appender: 'server/storage/log/appender.worker.ts',
  reader: 'server/storage/log/reader.worker.ts',
  scrub: 'server/storage/prisma/scrub.worker.ts',
  lessons: 'server/lessons/reading.worker.ts',
  past: 'server/past/past.worker.ts',
  train: 'server/workers/train.worker.ts',
  'worker-main': 'server/worker-main.ts',
  exchange: 'server/exchange/exchange.worker.ts',
  words: 'server/words/words.worker.ts',
};

/** The entries that exist, as `[name, source]`. */
export const entries = () => Object.entries(ENTRIES).filter(([, source]) => existsSync(at(source)));

/** The parts that a build makes, in order, each with the print of its inputs and whether it is up to date. */
export function parts() {
  const prisma = fingerprint([
    ...['prisma/schema.prisma', 'prisma.config.ts', 'package-lock.json', 'scripts/lib/prisma.mjs'],
  ]);
  const kernel = fingerprint(['kernel', 'package-lock.json', 'scripts/lib/kernel.mjs']);
  const client = fingerprint([...CLIENT, ...PACKAGES, 'scripts/lib'], kernel);
  const server = fingerprint(['server', 'shared', ...PACKAGES, 'scripts/lib'], prisma + client);
  const part = (name, print, outputs) => ({ name, print, fresh: isFresh(name, print, outputs) });
  return [
    part(
      'prisma',
      prisma,
      ['generated', 'generated-postgres'].map((folder) => `server/storage/${folder}/client.ts`),
    ),
    part('kernel', kernel, [KERNEL]),
    part('client', client, ['dist/client/index.html', 'client/i18n/generated/runtime.js']),
    part(
      'server',
      server,
      entries().map(([name]) => `dist/server/${name}.js`),
    ),
  ];
}
