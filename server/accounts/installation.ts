import { randomBytes } from 'node:crypto';
import type { Settings } from '../storage/prisma/settings';

/** Where the short name of this data folder is kept. */
const KEY = 'installation';

/**
 * A short name of the data folder, the same after every start: browsers keep cookies by host and not by port, so
 * two servers on one host would otherwise take each other's.
 */
export async function installationIn(settings: Settings): Promise<string> {
  const known = await settings.get(KEY);
  if (known !== null) return known;
  const fresh = randomBytes(4).toString('hex');
  await settings.set(KEY, fresh);
  return fresh;
}
