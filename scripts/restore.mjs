import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { carryInto, whereOf } from './lib/carry.mjs';
import {
  closeToOthers,
  copyBytes,
  dataOf,
  giveToOwner,
  keepPrivate,
  NAMES,
  PRIVATE_FOLDER,
  settle,
  typed,
} from './lib/data.mjs';
import { lockData } from './lib/lock.mjs';
import { main, say, Stop } from './lib/say.mjs';
import { checkCopies } from './lib/whole.mjs';

const USAGE = 'npm run restore -- --from FOLDER';

/** A database and what SQLite keeps beside it. */
const TAILS = ['', '-wal', '-shm', '-journal'];

function source() {
  try {
    const { values } = parseArgs({ options: { from: { type: 'string' } } });
    if (values.from) return typed(values.from);
  } catch {
    // The sentence below says how it is meant.
  }
  throw new Stop(`Say which backup: ${USAGE}`);
}

/** Puts copies beside their places, on the disk, before anything that is there is touched. */
async function bring(from, files) {
  for (const name of NAMES) {
    mkdirSync(dirname(files[name]), { recursive: true, mode: PRIVATE_FOLDER });
    const coming = `${files[name]}.coming`;
    rmSync(coming, { force: true });
    await copyBytes(join(from, name), coming);
    giveToOwner(coming);
    settle(coming);
  }
}

/** Moves what is there into a folder with today's date beside it; answers with the folders that were made. */
function moveAside(files) {
  const aside = `before-restore-${new Date().toISOString().slice(0, 19).replace(/:/g, '-')}`;
  const made = new Set();
  for (const file of Object.values(files))
    for (const present of TAILS.map((tail) => file + tail).filter((path) => existsSync(path))) {
      const folder = join(dirname(file), aside);
      mkdirSync(folder, { recursive: true, mode: PRIVATE_FOLDER });
      closeToOthers(present);
      renameSync(present, join(folder, basename(present)));
      made.add(folder);
    }
  return [...made];
}

async function replace(from, files) {
  try {
    await bring(from, files);
    const aside = moveAside(files);
    for (const name of NAMES) {
      renameSync(`${files[name]}.coming`, files[name]);
      settle(files[name]);
    }
    return aside;
  } finally {
    for (const name of NAMES) rmSync(`${files[name]}.coming`, { force: true });
  }
}

const BACK = 'Names that were erased after the backup was taken are back: erase them again.';

const told = (from, { sessions, running, events }) =>
  `Restored from ${from}: ${sessions} sessions, ${running} of them running, ${events} events.`;

/** Into an empty database: what is in another one stays there, as the folder of files would. */
async function restoreInto(url, from, folder) {
  const content = checkCopies(from);
  await carryInto(url, from, folder);
  say(told(`${from} into ${whereOf(url)}`, content));
  say(BACK);
}

/** `npm run restore -- --from FOLDER`: a backup becomes the data of the server, which must not be running. */
await main(async () => {
  keepPrivate();
  const from = source();
  const { folder, files, postgres } = dataOf(process.env);
  if (postgres) return restoreInto(postgres, from, folder);
  const content = checkCopies(from);
  const unlock = lockData(folder);
  try {
    const aside = await replace(from, files);
    say(told(from, content));
    for (const path of aside) say(`What was there before is in ${path}`);
    say(BACK);
  } finally {
    unlock();
  }
});
