import type { Storage } from '../storage/prisma/open';
import { hashOf, newSecret } from './secrets';

/** Where the hash of the link's secret is kept. */
const KEY = 'first-link';

/**
 * A new one-time link's secret while nobody has set a name and a password yet, else null. Each start makes its
 * own, so that one that was read over a shoulder ends with the server.
 */
export async function renewFirstLink({ teachers, settings }: Storage): Promise<string | null> {
  if ((await teachers.count()) > 0) {
    await settings.remove(KEY);
    return null;
  }
  const secret = newSecret();
  await settings.set(KEY, hashOf(secret));
  return secret;
}

/** Whether this is the link, before anything costly is done for whoever holds it. */
export const isFirstLink = async ({ settings }: Storage, secret: string): Promise<boolean> =>
  (await settings.get(KEY)) === hashOf(secret);

/** Uses the link up; true for one caller alone. */
export const spendFirstLink = ({ settings }: Storage, secret: string): Promise<boolean> =>
  settings.take(KEY, hashOf(secret));
