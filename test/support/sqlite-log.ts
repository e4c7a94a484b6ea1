import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openLog } from '../../server/storage/log/open';
import type { SessionLog } from '../../server/storage/log/port';
import { THREADS } from './threads';

/** The log on a real disk, on its two real threads. */
export const sqliteLog = (folder: string): Promise<SessionLog> =>
  openLog(folder, pathToFileURL(`${resolve(THREADS)}/`));
