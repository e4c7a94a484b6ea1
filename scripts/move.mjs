import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { carryInto, whereOf } from './lib/carry.mjs';
import { dataOf, isPostgres, keepPrivate } from './lib/data.mjs';
import { lockData } from './lib/lock.mjs';
import { main, say, Stop } from './lib/say.mjs';
import { takeSnapshot } from './lib/snapshot.mjs';

const USAGE = 'npm run move -- --to postgres://user:password@host/name';

function asked() {
  try {
    return parseArgs({ options: { to: { type: 'string' } } }).values.to ?? '';
  } catch {
    return '';
  }
}

function target() {
  const to = asked();
  if (isPostgres(to)) return to;
  throw new Stop(`Say which empty database everything goes to: ${USAGE}`);
}

/** `npm run move -- --to postgres://...`: an installation goes from its files into a PostgreSQL, while no server runs. */
await main(async () => {
  keepPrivate();
  const to = target();
  const { folder, files, postgres } = dataOf(process.env);
  if (postgres)
    throw new Stop('DATABASE_URL names a PostgreSQL already: unset it to move what is in DATA_DIR.');
  const unlock = lockData(folder);
  const copies = mkdtempSync(join(folder, 'moving-'));
  try {
    const { sessions, running, events } = await takeSnapshot(files, copies);
    await carryInto(to, copies, folder);
    say(`Moved to ${whereOf(to)}: ${sessions} sessions, ${running} of them running, ${events} events.`);
    say('Everything was read there again and is the same. Start with DATABASE_URL set to that address.');
    say(`What is in ${folder} stays as it was, names too: delete it once you have seen that all is there.`);
  } finally {
    rmSync(copies, { recursive: true, force: true });
    unlock();
  }
});
