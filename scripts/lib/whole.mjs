import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { compare } from './compare.mjs';
import { NAMES } from './data.mjs';
import { Stop } from './say.mjs';

/** What each file cannot be without. */
const TABLES = { 'log.db': ['event', 'personal', 'running'], 'trainoff.db': ['Session', 'Teacher'] };

/** What is wrong with a database; null if it is whole and of our kind. */
function fault(db, name) {
  const [first] = db.prepare('PRAGMA integrity_check').pluck().all();
  if (first !== 'ok') return first;
  if (db.prepare('PRAGMA foreign_key_check').all().length > 0) return 'rows without their parents';
  const tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all();
  const missing = TABLES[name].filter((table) => !tables.includes(table));
  return missing.length > 0 ? `no table ${missing.join(', ')}` : null;
}

function open(file, name) {
  if (!existsSync(file)) throw new Stop(`${file} is missing: a backup has ${NAMES.join(' and ')}.`);
  const db = new Database(file, { readonly: true });
  try {
    const wrong = fault(db, name);
    if (wrong === null) return db;
    throw new Error(wrong);
  } catch (error) {
    db.close();
    throw new Stop(`${file} is damaged or no file of Trainoff (${error.message}).`);
  }
}

/** Reads both copies from end to end and answers with what is in them; stops with a sentence if one is not whole. */
export function checkCopies(folder, suffix = '') {
  const [log, cold] = NAMES.map((name) => open(join(folder, `${name}${suffix}`), name));
  try {
    const count = (statement) => log.prepare(statement).pluck().get();
    const events = count('SELECT count(*) FROM event');
    return { ...compare(log, cold), events, running: count('SELECT count(*) FROM running') };
  } finally {
    log.close();
    cold.close();
  }
}
