import type { PrismaClient } from '../generated/client';
import { isTaken } from './client';

/** What the server itself remembers, as text by key. */
export interface Settings {
  readonly get: (key: string) => Promise<string | null>;
  /** Everything whose key starts with `prefix`, by the rest of the key. */
  readonly under: (prefix: string) => Promise<Map<string, string>>;
  readonly set: (key: string, value: string) => Promise<void>;
  /** The value of a key: the one that is there, or else this one, which is kept. Of several servers all get the same. */
  readonly first: (key: string, fresh: string) => Promise<string>;
  readonly remove: (key: string) => Promise<void>;
  /** Removes the key if it has this very value; of two callers one alone is told true. */
  readonly take: (key: string, value: string) => Promise<boolean>;
}

export function settingsIn(prisma: PrismaClient): Settings {
  const get = async (key: string) => (await prisma.setting.findUnique({ where: { key } }))?.value ?? null;
  return {
    get,
    first: async (key, fresh) => {
      const known = await get(key);
      if (known !== null) return known;
      try {
        await prisma.setting.create({ data: { key, value: fresh } });
        return fresh;
      } catch (error) {
        if (!isTaken(error)) throw error;
        return (await get(key)) ?? fresh;
      }
    },
    under: async (prefix) => {
      const rows = await prisma.setting.findMany({ where: { key: { startsWith: prefix } } });
      return new Map(rows.map(({ key, value }) => [key.slice(prefix.length), value]));
    },
    set: async (key, value) => {
      await prisma.setting.upsert({ where: { key }, create: { key, value }, update: { value } });
    },
    remove: async (key) => {
      await prisma.setting.deleteMany({ where: { key } });
    },
    take: async (key, value) => (await prisma.setting.deleteMany({ where: { key, value } })).count > 0,
  };
}
