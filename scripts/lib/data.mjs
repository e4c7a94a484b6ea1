import {
  chmodSync,
  chownSync,
  closeSync,
  createReadStream,
  createWriteStream,
  fsyncSync,
  openSync,
  statSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ROOT } from './paths.mjs';
import { Stop } from './say.mjs';

/** The two files of a server's data, as a backup calls them: the log of sessions, and teachers and past sessions. */
export const NAMES = ['log.db', 'trainoff.db'];

/** Only who keeps the server may read them: names, and hashes of passwords. */
export const PRIVATE = 0o600;

/** A folder of such files. */
export const PRIVATE_FOLDER = 0o700;

/** From now on nothing that this process writes can be read by others, whatever the shell allows them. */
export const keepPrivate = () => process.umask(0o077);

/** Takes from others what they may have been given; a disk that knows no rights has none to take. */
export function closeToOthers(file) {
  try {
    chmodSync(file, PRIVATE);
  } catch (error) {
    if (!['EPERM', 'ENOTSUP', 'EROFS'].includes(error.code)) throw error;
  }
}

/** Copies bytes, and not the rights of the file that has them: a copy is private from its first byte. */
export const copyBytes = (from, to) =>
  pipeline(createReadStream(from), createWriteStream(to, { flags: 'wx', mode: PRIVATE }));

/**
 * Whether an address is that of a PostgreSQL, as the server reads it (server/storage/postgres/address.ts). Stops where it
 * asks for more than TLS.
 */
export function isPostgres(text) {
  if (!/^postgres(ql)?:\/\//.test(text) || !URL.canParse(text)) return false;
  const { host, pathname, hash, searchParams } = new URL(text);
  const socket = host === '' && searchParams.get('host')?.startsWith('/');
  if ((host === '' && !socket) || hash !== '' || !/^\/[^/@]+$/.test(pathname)) return false;
  const may = (name) => name.startsWith('ssl') || (socket && ['host', 'port', 'user'].includes(name));
  if ([...searchParams.keys()].every(may)) return true;
  throw new Stop(
    'The address asks behind its ? for more than TLS: only names that begin with ssl, such as sslmode, may stand there.',
  );
}

/**
 * Where the server that has this environment keeps its data: the folder, and each file by its name in a backup; or all of
 * it in a PostgreSQL, by its address.
 */
export function dataOf(env) {
  const given = (name) => (env[name] ?? '').trim();
  const folder = resolve(ROOT, given('DATA_DIR') || 'data');
  const url = given('DATABASE_URL');
  const postgres = isPostgres(url) ? url : null;
  if (url && !postgres && !url.startsWith('file:'))
    throw new Stop('DATABASE_URL is file: and the path of an SQLite file, or postgres:// and an address.');
  const database = url && !postgres ? resolve(ROOT, url.slice('file:'.length)) : join(folder, 'trainoff.db');
  return { folder, files: { 'log.db': join(folder, 'log.db'), 'trainoff.db': database }, postgres };
}

/** A folder as somebody typed it; npm moves to the project's folder and says where it was called. */
export const typed = (folder) => resolve(process.env.INIT_CWD ?? process.cwd(), folder);

/** Waits until a file, and its name in its folder, are on the disk. (Windows opens no folders.) */
export function settle(file) {
  const paths = process.platform === 'win32' ? [file] : [file, dirname(file)];
  for (const path of paths) {
    const opened = openSync(path, path === file ? 'r+' : 'r');
    fsyncSync(opened);
    closeSync(opened);
  }
}

/** What root puts into somebody's folder becomes theirs, or their server could not open it. */
export function giveToOwner(file) {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(dirname(file));
  chownSync(file, uid, gid);
}
