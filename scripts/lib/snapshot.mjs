import { closeSync, existsSync, openSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { compare } from './compare.mjs';
import { NAMES, PRIVATE, settle } from './data.mjs';
import { Stop } from './say.mjs';
import { checkCopies } from './whole.mjs';

const PARTIAL = '.partial';

/** A session that starts, or is erased, is in one file a moment before the other: such a moment is not taken. */
const TRIES = 40;
const PAUSE = 25; // ms

function open(file) {
  if (!existsSync(file)) throw new Stop(`There is no ${file}: is DATA_DIR the one of the server?`);
  return new Database(file, { fileMustExist: true });
}

/** Holds both files at one moment: what is read from now on does not change, while the server goes on writing. */
async function hold(log, cold) {
  for (let tries = 1; ; tries++) {
    for (const db of [log, cold]) {
      db.exec('BEGIN');
      db.prepare('SELECT count(*) FROM sqlite_master').get();
    }
    if (tries === TRIES || compare(log, cold).alone.length === 0) return;
    for (const db of [log, cold]) db.exec('ROLLBACK');
    await wait(PAUSE);
  }
}

/** The two targets as the sources are at one moment, which is let go of as soon as the last page is copied. */
async function copyPages(files, targets) {
  const sources = [];
  try {
    for (const name of NAMES) sources.push(open(files[name]));
    await hold(...sources);
    for (const [i, source] of sources.entries()) {
      rmSync(targets[i], { force: true });
      closeSync(openSync(targets[i], 'wx', PRIVATE));
      await source.backup(targets[i]);
    }
  } finally {
    for (const source of sources) source.close();
  }
}

/** Written anew from its rows: nothing that was deleted stays in a gap, and free pages take no room. */
function tidy(file) {
  const copied = new Database(file);
  copied.pragma('temp_store = MEMORY');
  copied.pragma('journal_mode = DELETE');
  copied.exec('VACUUM');
  copied.close();
}

/** Copies both files as they are at one moment into `folder`, checks the copies, and answers with what is in them. */
export async function takeSnapshot(files, folder) {
  const targets = NAMES.map((name) => join(folder, name + PARTIAL));
  try {
    await copyPages(files, targets);
    for (const target of targets) tidy(target);
    const content = checkCopies(folder, PARTIAL);
    for (const name of NAMES) renameSync(join(folder, name + PARTIAL), join(folder, name));
    for (const name of NAMES) settle(join(folder, name));
    return content;
  } finally {
    for (const target of targets) rmSync(target, { force: true });
  }
}
