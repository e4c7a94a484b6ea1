import type { Settings } from '../storage/prisma/settings';
import { keyFor, newSecret } from './secrets';

/** Where the secret behind all projectors' keys is kept. */
const KEY = 'screen-secret';

/** The key with which a projector may show a session: the same after a restart, and nothing to keep per session. */
export async function screenKeys(settings: Settings): Promise<(session: string) => string> {
  const secret = await settings.first(KEY, newSecret());
  return (session) => keyFor(secret, `screen/${session}`);
}
