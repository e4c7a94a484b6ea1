import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { giveToOwner, PRIVATE_FOLDER } from './data.mjs';
import { Stop } from './say.mjs';

/** Takes the lock that a server holds on its data folder (server/storage/lock.ts); answers with what gives it back. */
export function lockData(folder) {
  mkdirSync(folder, { recursive: true, mode: PRIVATE_FOLDER });
  const file = join(folder, 'lock.db');
  const db = new Database(file, { timeout: 0 });
  try {
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    if (error.code !== 'SQLITE_BUSY') throw error;
    throw new Stop(`A server is using ${folder}: end it first. Nothing was changed.`);
  }
  giveToOwner(file);
  return () => db.close();
}
