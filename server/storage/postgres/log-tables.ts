/**
 * The log's tables, as in SQLite's own file (../log/schema.ts), and what all servers count together (tally.ts). Ids are
 * compared byte by byte, whatever the language of the database is.
 */
export const LOG_TABLES = `
  CREATE TABLE IF NOT EXISTS log_event (
    session TEXT COLLATE "C" NOT NULL,
    seq INTEGER NOT NULL,
    at BIGINT NOT NULL,
    version INTEGER NOT NULL,
    command TEXT COLLATE "C",
    body TEXT NOT NULL,
    PRIMARY KEY (session, seq),
    UNIQUE (session, command)
  );
  CREATE TABLE IF NOT EXISTS log_running (
    session TEXT COLLATE "C" PRIMARY KEY,
    code TEXT COLLATE "C" NOT NULL UNIQUE
  );
  CREATE TABLE IF NOT EXISTS log_personal (
    session TEXT COLLATE "C" NOT NULL,
    row TEXT COLLATE "C" NOT NULL,
    text TEXT NOT NULL,
    folded TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (session, row),
    UNIQUE (session, folded)
  );
  CREATE TABLE IF NOT EXISTS log_beside (
    session TEXT COLLATE "C" NOT NULL,
    seq INTEGER NOT NULL,
    seat TEXT COLLATE "C" NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (session, seq)
  );
  CREATE TABLE IF NOT EXISTS log_probe (id INTEGER PRIMARY KEY, commits BIGINT NOT NULL);
  CREATE UNLOGGED TABLE IF NOT EXISTS spent (
    name TEXT COLLATE "C" PRIMARY KEY,
    amount FLOAT8 NOT NULL,
    every FLOAT8 NOT NULL,
    at TIMESTAMPTZ NOT NULL
  );
`;

/** Where a name stands that the room has already. */
export const NAMES_TABLE = 'log_personal';
