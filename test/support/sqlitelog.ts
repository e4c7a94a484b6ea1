import { pathToFileURL } from 'node:url';
import { openLog } from '../../server/storage/log/open';
import type { SessionLog } from '../../server/storage/log/port';

/** The built thread scripts; `npm test` and vitest's global setup build them first. */
const scripts = pathToFileURL(`${process.cwd()}/dist/server/`);

/** The log on a real disk, on its two real threads. */
export const sqliteLog = (folder: string): Promise<SessionLog> => openLog(folder, scripts);
