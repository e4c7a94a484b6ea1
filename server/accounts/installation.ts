import { randomBytes } from 'node:crypto';
import type { Settings } from '../storage/prisma/settings';

/** Where the short name of this data folder is kept. */
const KEY = 'installation';

/**
 * A short name of the data folder, the same after every start: browsers keep cookies by host and not by port, so
 * two servers on one host would otherwise take each other's.
 */
export const installationIn = (settings: Settings): Promise<string> =>
  settings.first(KEY, randomBytes(4).toString('hex'));
