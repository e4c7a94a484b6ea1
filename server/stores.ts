import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { err, ok, type Result } from '#shared/result';
import type { Env } from './env';
import { rehearsalKeys, sharedRehearsalKeys, type RehearsalKeys } from './rehearsal/key';
import { logFile, openLog } from './storage/log/open';
import type { SessionLog } from './storage/log/port';
import { lockFolder, type Lock } from './storage/lock';
import { closeToOthers } from './storage/private';
import type { Commons } from './storage/postgres/commons';
import { openPostgres, unreachable } from './storage/postgres/open';
import { isStorageError, reasonOf } from './storage/prisma/client';
import { openStorage, type Storage } from './storage/prisma/open';

/** Everything that is kept on the disk: the log of sessions, the cold tables, the keys of rehearsals. */
export interface Stores {
  readonly log: SessionLog;
  readonly storage: Storage;
  readonly rehearsal: RehearsalKeys;
  /** What servers on one database have in common; null: this one is alone with its files. */
  readonly commons: Commons | null;
  /** What a thread opens to read the log: its file, or the address of the database. */
  readonly source: string;
  /** One sentence for the person who started the server, if others on this computer had rights to the data. */
  readonly openness: string | null;
  readonly close: () => Promise<void>;
}

/** Where the project's files stand. */
export interface Folders {
  readonly client: string;
  readonly migrations: string;
  /** The built-in lessons. */
  readonly lessons: string;
  /** The built scripts of the log's threads. */
  readonly scripts: URL;
}

/** Of a folder that is made. */
const PRIVATE = 0o700;

/** Failures of the disk, or of the database, that a person can mend by choosing another one. */
export function unusable(
  { dataDir, postgres }: Pick<Env, 'dataDir' | 'postgres'>,
  error: unknown,
): Result<never, string> {
  if (postgres !== null) return err(unreachable(postgres, error));
  return err(
    `The data folder ${dataDir} cannot be used (${reasonOf(error)}): choose another one with DATA_DIR.`,
  );
}

/** The folder, made if it is missing, closed to others and locked. */
function claim({ dataDir, database }: Env): Result<Lock & Pick<Stores, 'openness'>, string> {
  try {
    mkdirSync(dataDir, { recursive: true, mode: PRIVATE });
    mkdirSync(dirname(database), { recursive: true, mode: PRIVATE });
    const openness = closeToOthers(dataDir, database);
    const locked = lockFolder(dataDir);
    if (locked.ok) return ok({ ...locked.value, openness });
    return err(
      `Another server is using the data folder ${dataDir}: end it, or choose another one with DATA_DIR.`,
    );
  } catch (error) {
    return unusable({ dataDir, postgres: null }, error);
  }
}

type Opened = Result<Omit<Stores, 'openness' | 'rehearsal'>, string>;

/** Everything in files of the data folder. */
async function openFiles(env: Env, folders: Folders): Promise<Opened> {
  const { dataDir, database } = env;
  const storage = await openStorage(database, folders.migrations, folders.scripts);
  if (!storage.ok) return storage;
  try {
    const log = await openLog(dataDir, folders.scripts);
    const close = async () => {
      await log.close();
      await storage.value.close();
    };
    return ok({ log, storage: storage.value, commons: null, source: logFile(dataDir), close });
  } catch (error) {
    await storage.value.close();
    return unusable(env, error);
  }
}

/** Everything in a database; what stays in the folder is this server's own. */
async function openShared(url: string, folders: Folders): Promise<Opened> {
  const opened = await openPostgres(url, folders.migrations);
  return opened.ok ? ok({ ...opened.value, source: url }) : opened;
}

async function openAll(env: Env, folders: Folders): Promise<Result<Omit<Stores, 'openness'>, string>> {
  const { dataDir, postgres } = env;
  if (postgres === null) {
    const rehearsal = rehearsalKeys(dataDir);
    const opened = await openFiles(env, folders);
    return opened.ok ? ok({ ...opened.value, rehearsal }) : opened;
  }
  const opened = await openShared(postgres, folders);
  if (!opened.ok) return opened;
  const { storage, close } = opened.value;
  try {
    return ok({ ...opened.value, rehearsal: await sharedRehearsalKeys(dataDir, storage.settings) });
  } catch (error) {
    await close();
    if (isStorageError(error)) return unusable(env, error);
    throw error;
  }
}

/** Opens the data folder for this server alone; the error is one sentence for the person who started it. */
export async function openStores(env: Env, folders: Folders): Promise<Result<Stores, string>> {
  const claimed = claim(env);
  if (!claimed.ok) return claimed;
  const { release, openness } = claimed.value;
  const opened = await openAll(env, folders).catch((error: unknown) =>
    unusable({ ...env, postgres: null }, error),
  );
  if (!opened.ok) {
    release();
    return opened;
  }
  const { close, ...stores } = opened.value;
  return ok({ ...stores, openness, close: () => close().finally(release) });
}
