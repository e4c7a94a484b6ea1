import type { Storage } from '../storage/prisma/open';
import { hashOf, newSecret } from './secrets';

/** Where the link's secret is kept: its hash, or, where several servers print the same one, the secret itself. */
const KEY = 'first-link';

type Kept = Pick<Storage, 'teachers' | 'settings'>;

/** The one-time link for the first teacher. */
export interface FirstLink {
  /** The link's secret for whoever started the server, while nobody has set a name and a password yet; else null. */
  readonly renew: () => Promise<string | null>;
  /** Whether this is the link, before anything costly is done for whoever holds it. */
  readonly is: (secret: string) => Promise<boolean>;
  /** Uses the link up; true for one caller alone. */
  readonly spend: (secret: string) => Promise<boolean>;
}

/** Each start makes its own link, so that one that was read over a shoulder ends with the server. */
export function ownFirstLink({ teachers, settings }: Kept): FirstLink {
  return {
    renew: async () => {
      if ((await teachers.count()) > 0) {
        await settings.remove(KEY);
        return null;
      }
      const secret = newSecret();
      await settings.set(KEY, hashOf(secret));
      return secret;
    },
    is: async (secret) => (await settings.get(KEY)) === hashOf(secret),
    spend: (secret) => settings.take(KEY, hashOf(secret)),
  };
}

/** A link that all servers print works for a day, ms. */
const WORKS_FOR = 24 * 60 * 60 * 1_000;

const SHAPE = /^([\w-]{43})\.(\d{1,15})$/;

/** The secret that was kept, while it works. */
function secretIn(kept: string | null): string | null {
  const [, secret = null, until = ''] = SHAPE.exec(kept ?? '') ?? [];
  return Number(until) > Date.now() ? secret : null;
}

/**
 * Servers that start at once, or one after the other, print the same link. To do so they have to keep it: whoever reads
 * it in the database could write a teacher there as well, and with the first teacher it is gone.
 */
export function sharedFirstLink({ teachers, settings }: Kept): FirstLink {
  const keptFor = async (secret: string) => {
    const kept = await settings.get(KEY);
    const known = secretIn(kept);
    return known !== null && hashOf(known) === hashOf(secret) ? kept : null;
  };
  return {
    renew: async () => {
      if ((await teachers.count()) > 0) {
        await settings.remove(KEY);
        return null;
      }
      const kept = await settings.get(KEY);
      if (kept !== null && secretIn(kept) === null) await settings.take(KEY, kept);
      return secretIn(await settings.first(KEY, `${newSecret()}.${Date.now() + WORKS_FOR}`));
    },
    // A server that started while somebody signed up may have put it there once more.
    is: async (secret) => (await keptFor(secret)) !== null && (await teachers.count()) === 0,
    spend: async (secret) => {
      const kept = await keptFor(secret);
      return kept !== null && (await settings.take(KEY, kept));
    },
  };
}
