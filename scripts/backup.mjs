import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { carryOut } from './lib/carry.mjs';
import { dataOf, keepPrivate, NAMES, PRIVATE_FOLDER, typed } from './lib/data.mjs';
import { main, say, Stop } from './lib/say.mjs';
import { takeSnapshot } from './lib/snapshot.mjs';

const USAGE = 'npm run backup -- --to FOLDER';

function target() {
  try {
    const { values } = parseArgs({ options: { to: { type: 'string' } } });
    if (values.to) return typed(values.to);
  } catch {
    // The sentence below says how it is meant.
  }
  throw new Stop(`Say where the backup goes: ${USAGE}`);
}

const size = (file) => `${(statSync(file).size / 1e6).toFixed(1)} MB`;

function report(folder, { sessions, running, events, alone }) {
  say(`Backup written to ${folder}`);
  for (const name of NAMES) say(`  ${name}  ${size(join(folder, name))}`);
  say(`  ${sessions} sessions, ${running} of them running, ${events} events; both files were checked.`);
  if (alone.length === 0) return;
  say(
    `  ${alone.length} sessions stand in one of the files alone, as they do on the server: a start mends them.`,
  );
}

/** `npm run backup -- --to FOLDER`: both files as they are at one moment, while the server runs or not; also of a PostgreSQL. */
await main(async () => {
  keepPrivate();
  const folder = target();
  const { files, postgres } = dataOf(process.env);
  const taken = NAMES.find((name) => existsSync(join(folder, name)));
  if (taken) throw new Stop(`${join(folder, taken)} exists already, and a backup overwrites nothing.`);
  mkdirSync(folder, { recursive: true, mode: PRIVATE_FOLDER });
  report(folder, await (postgres ? carryOut(postgres, folder) : takeSnapshot(files, folder)));
});
