import { hash, verify } from '@node-rs/argon2';
import { newSecret } from './secrets';

/** The fewest characters of a password. */
export const MIN_PASSWORD = 8;

/** argon2id with 19 MiB and two passes, the smallest that OWASP's password cheat sheet recommends. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The same letters typed on another keyboard may come composed or decomposed. */
const spelt = (password: string) => password.normalize('NFC');

export const isWeak = (password: string): boolean => [...spelt(password)].length < MIN_PASSWORD;

export const hashPassword = (password: string): Promise<string> => hash(spelt(password), COST);

/** Of a random password, so that an unknown name takes as long as a known one. */
const nobodys = hashPassword(newSecret());

/** Verifies against nobody's hash where there is none, so that time does not tell which names exist. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const matches = await verify(passwordHash ?? (await nobodys), spelt(password));
  return passwordHash !== null && matches;
}
