import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { copyBytes, NAMES, PRIVATE_FOLDER, settle } from './data.mjs';
import { at } from './paths.mjs';
import { run } from './run.mjs';
import { Stop } from './say.mjs';
import { checkCopies } from './whole.mjs';

const PROGRAM = 'dist/server/carry.js';

/** Between two files and a PostgreSQL; stops with the program's own sentence. */
async function carry(way, [log, cold], url) {
  if (!existsSync(at(PROGRAM))) throw new Stop(`${PROGRAM} is missing: npm run build makes it.`);
  const env = { DATABASE_URL: url };
  const { code, output } = await run(process.execPath, [at(PROGRAM), way, log, cold], { env, quiet: true });
  if (code !== 0) throw new Stop(`${output.trim()}`);
}

/** The host and the name of a database, without who may use it. */
export function whereOf(url) {
  const { host, pathname, searchParams } = new URL(url);
  return (host ? decodeURIComponent(host) : searchParams.get('host')) + pathname;
}

/**
 * Carries the two files of `folder` into an empty database, where they are read again: all of it or nothing. They are
 * brought up to date as copies in `beside`, and stay as they are themselves.
 */
export async function carryInto(url, folder, beside) {
  mkdirSync(beside, { recursive: true, mode: PRIVATE_FOLDER });
  const copies = mkdtempSync(join(beside, 'carrying-'));
  try {
    for (const name of NAMES) await copyBytes(join(folder, name), join(copies, name));
    await carry(
      'into',
      NAMES.map((name) => join(copies, name)),
      url,
    );
  } finally {
    rmSync(copies, { recursive: true, force: true });
  }
}

/** A file that is being written, and what SQLite keeps beside it until it is closed. */
const TAILS = ['', '-wal', '-shm', '-journal'];

function drop(files) {
  for (const file of files) for (const tail of TAILS) rmSync(file + tail, { force: true });
}

/** Writes what a database keeps at one moment into `folder` as the two files of a backup; answers with what is in them. */
export async function carryOut(url, folder) {
  const partial = NAMES.map((name) => join(folder, `${name}.partial`));
  try {
    drop(partial);
    await carry('out', partial, url);
    const content = checkCopies(folder, '.partial');
    for (const [i, name] of NAMES.entries()) renameSync(partial[i], join(folder, name));
    for (const name of NAMES) settle(join(folder, name));
    return content;
  } finally {
    drop(partial);
  }
}
