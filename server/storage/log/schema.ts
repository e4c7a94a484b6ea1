import type { Database } from 'better-sqlite3';

/**
 * The log's own file. `event` is only ever appended to. `running` holds the code of every session that has not
 * ended, so that no two share one. `personal` is the only place where a name stands, `beside` the only one where
 * somebody's own words do, by the event that they belong to: an erasure has to touch nothing else. `probe` is one number, counted up to see whether the disk takes a commit.
 */
const tables = `
  CREATE TABLE IF NOT EXISTS event (
    session TEXT NOT NULL,
    seq INTEGER NOT NULL,
    at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    command TEXT,
    body TEXT NOT NULL,
    PRIMARY KEY (session, seq),
    UNIQUE (session, command)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS running (
    session TEXT PRIMARY KEY,
    code TEXT NOT NULL UNIQUE
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS personal (
    session TEXT NOT NULL,
    row TEXT NOT NULL,
    text TEXT NOT NULL,
    folded TEXT NOT NULL,
    PRIMARY KEY (session, row),
    UNIQUE (session, folded)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS beside (
    session TEXT NOT NULL,
    seq INTEGER NOT NULL,
    seat TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (session, seq)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS probe (id INTEGER PRIMARY KEY, commits INTEGER NOT NULL);
`;

/** A session's records with a seq above a given one, in order. */
export const EVENTS_AFTER = `SELECT event.seq, at, version, command, event.body, beside.body AS beside
   FROM event LEFT JOIN beside ON beside.session = event.session AND beside.seq = event.seq
   WHERE event.session = ? AND event.seq > ? ORDER BY event.seq`;

/** The last seq of each session in a JSON list of them, of those that have events: one look at the index for each. */
export const HEADS = `SELECT session, seq FROM (
    SELECT asked.value AS session,
      (SELECT seq FROM event WHERE event.session = asked.value ORDER BY seq DESC LIMIT 1) AS seq
    FROM json_each(?) AS asked)
  WHERE seq IS NOT NULL`;

/** How long a commit waits for another process that holds the file, ms. */
const PATIENCE = 5_000;

/**
 * Room that the WAL is given before it is needed, bytes: over the 1,000 pages after which SQLite starts it again from
 * the front. A sync of a file that does not grow need not write the file's own size and blocks as well, which halves
 * what a commit costs.
 */
const WAL_ROOM = 5_000_000;

/** Makes the WAL as long as it will get, and leaves nothing in it. The pages stay in the file, to be used. */
export function makeRoom(db: Database): void {
  db.exec('CREATE TABLE IF NOT EXISTS room (pages BLOB)');
  db.prepare('INSERT INTO room VALUES (zeroblob(?))').run(WAL_ROOM);
  db.exec('DROP TABLE room');
  db.pragma('wal_checkpoint(RESTART)');
}

/** Prepares a connection that writes; throws unless the file really is in WAL mode with every commit synced. */
export function prepareWriter(db: Database): void {
  db.pragma(`busy_timeout = ${PATIENCE}`);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('secure_delete = ON');
  const mode = db.pragma('journal_mode', { simple: true });
  const sync = db.pragma('synchronous', { simple: true });
  if (mode !== 'wal' || sync !== 2)
    throw new Error(`the log needs WAL and synchronous=FULL, got ${String(mode)}, ${String(sync)}`);
  db.exec(tables);
  makeRoom(db);
}
