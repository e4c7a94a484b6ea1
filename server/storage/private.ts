import { chmodSync, existsSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { KEY_FILE } from '../rehearsal/key';

/** Rights for everybody but the owner. */
export const OF_OTHERS = 0o077;
/** A folder that everybody may write to, such as /tmp: it is the system's, whoever it belongs to. */
const SHARED = 0o1000;

const FOLDER = 0o700;
const FILE = 0o600;

/** A database, and what SQLite keeps beside it. */
const withTails = (file: string): string[] => ['', '-wal', '-shm', '-journal'].map((tail) => file + tail);

const OURS: ReadonlySet<string> = new Set([
  ...['log.db', 'lock.db', 'trainoff.db'].flatMap(withTails),
  KEY_FILE,
]);

/** What a restore leaves of the data that was there (scripts/restore.mjs). */
const ASIDE = /^before-restore-/;

const isOpen = (path: string): boolean => (lstatSync(path).mode & OF_OTHERS) !== 0;

/** Closes one path, if it can be; true if others had rights to it. */
function close(path: string, mode: number): boolean {
  const { mode: found } = lstatSync(path);
  if ((found & OF_OTHERS) === 0) return false;
  if ((found & SHARED) !== 0) return true;
  try {
    chmodSync(path, mode);
  } catch {
    // Somebody else's, or on a disk that knows no rights: it is told.
  }
  return true;
}

/** Our files in a folder, by name: where DATA_DIR is a folder of somebody's, theirs stay as they are. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && ASIDE.test(entry.name)) return filesIn(path);
    return entry.isFile() && OURS.has(entry.name) ? [path] : [];
  });
}

const ours = (dataDir: string, database: string): string[] => [
  ...new Set([...filesIn(dataDir), ...withTails(database).filter((path) => existsSync(path))]),
];

/**
 * Takes every right of other users to the data away, names and hashes of passwords being in it. Answers with one
 * sentence for the person who starts the server if somebody had one; null if all was as it should be. What is written
 * from now on is private from its first byte, since the process is started so (server/main.ts).
 */
export function closeToOthers(dataDir: string, database: string): string | null {
  // Windows keeps rights in lists that the folder's parent hands down; a mode says nothing there.
  if (process.platform === 'win32') return null;
  const files = ours(dataDir, database);
  const found = [close(dataDir, FOLDER), ...files.map((file) => close(file, FILE))];
  if (!found.includes(true)) return null;
  return [dataDir, ...files].some(isOpen)
    ? `Other users of this computer can get at the data in ${dataDir}, names and hashes of passwords among them, and it cannot be closed to them: choose another folder with DATA_DIR.`
    : `Other users of this computer could get at the data in ${dataDir}; it is closed to them now.`;
}
