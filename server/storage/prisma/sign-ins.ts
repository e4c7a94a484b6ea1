import type { PrismaClient } from '../generated/client';

/** A teacher as a signed-in browser knows them. */
export interface SignedIn {
  readonly id: string;
  readonly name: string;
}

/** Browsers that are signed in, by the hash of their token. */
export interface SignIns {
  readonly add: (tokenHash: string, teacherId: string, expiresAt: Date) => Promise<void>;
  /** The teacher behind a token, unless it has expired at `now`. */
  readonly teacher: (tokenHash: string, now: Date) => Promise<SignedIn | null>;
  /** Those that a teacher has, by the hashes of their tokens. */
  readonly of: (teacherId: string) => Promise<string[]>;
  /** False if there is none. */
  readonly remove: (tokenHash: string) => Promise<boolean>;
  readonly removeAll: (tokenHashes: readonly string[]) => Promise<void>;
  /** Forgets those that have expired at `now`. */
  readonly prune: (now: Date) => Promise<void>;
}

export function signInsIn(prisma: PrismaClient): SignIns {
  return {
    add: async (tokenHash, teacherId, expiresAt) => {
      await prisma.signIn.createMany({ data: [{ tokenHash, teacherId, expiresAt }] });
    },
    teacher: async (tokenHash, now) => {
      const found = await prisma.signIn.findUnique({
        where: { tokenHash, expiresAt: { gt: now } },
        select: { teacher: { select: { id: true, name: true } } },
      });
      return found?.teacher ?? null;
    },
    of: async (teacherId) => {
      const found = await prisma.signIn.findMany({ where: { teacherId }, select: { tokenHash: true } });
      return found.map(({ tokenHash }) => tokenHash);
    },
    remove: async (tokenHash) => (await prisma.signIn.deleteMany({ where: { tokenHash } })).count > 0,
    removeAll: async (tokenHashes) => {
      await prisma.signIn.deleteMany({ where: { tokenHash: { in: [...tokenHashes] } } });
    },
    prune: async (now) => {
      await prisma.signIn.deleteMany({ where: { expiresAt: { lte: now } } });
    },
  };
}
