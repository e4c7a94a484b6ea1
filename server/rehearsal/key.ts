import { createHash, timingSafeEqual } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keyFor, newSecret } from '../accounts/secrets';
import type { Settings } from '../storage/prisma/settings';

/** Where the key of every session's rehearsal stands, for programs on this computer. */
export const KEY_FILE = 'rehearsal.key';

const OWNER_ONLY = 0o600;
const SECRET = /^[A-Za-z0-9_-]{43}$/;

/** Who may ask what a simulated student would hand in. */
export interface RehearsalKeys {
  /** The key of one session, for its teacher; the one in the file opens every session. */
  readonly of: (session: string) => string;
  /** Whether a key is that of this session, or of all; `null`: of all. */
  readonly opens: (key: string, session: string | null) => boolean;
}

function kept(file: string): string | null {
  if (!existsSync(file)) return null;
  const secret = readFileSync(file, 'utf8').trim();
  return SECRET.test(secret) ? secret : null;
}

function written(file: string, secret: string): string {
  writeFileSync(file, `${secret}\n`, { mode: OWNER_ONLY });
  return secret;
}

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Compares in a time that tells nothing about where two keys part. */
const same = (one: string, other: string) => timingSafeEqual(digest(one), digest(other));

function keysWith(secret: string): RehearsalKeys {
  const of = (session: string) => keyFor(secret, `rehearsal/${session}`);
  return { of, opens: (key, session) => same(key, secret) || (session !== null && same(key, of(session))) };
}

/**
 * The keys of a data folder: the same after a restart, in a file that its owner alone can read.  Throws the system's
 * error where that file cannot be read, written or kept from others.
 */
export function rehearsalKeys(dataDir: string): RehearsalKeys {
  const file = join(dataDir, KEY_FILE);
  const secret = kept(file) ?? written(file, newSecret());
  chmodSync(file, OWNER_ONLY);
  return keysWith(secret);
}

/** Where the key stands that all servers on one database have. */
const KEY = 'rehearsal-secret';

/** The keys of all servers on one database; the file of each has the same one, for programs on its computer. */
export async function sharedRehearsalKeys(
  dataDir: string,
  { first }: Pick<Settings, 'first'>,
): Promise<RehearsalKeys> {
  const file = join(dataDir, KEY_FILE);
  const before = kept(file);
  const secret = await first(KEY, before ?? newSecret());
  if (secret !== before) written(file, secret);
  chmodSync(file, OWNER_ONLY);
  return keysWith(secret);
}
