import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openPrisma } from '../../../server/storage/prisma/client';
import { temporaryFolder } from '../../support/folder';

let folder: ReturnType<typeof temporaryFolder>;

beforeEach(() => {
  folder = temporaryFolder();
});

afterEach(() => folder.remove());

it('each connection to the cold tables syncs every commit, also one to a file that is in WAL mode already', async () => {
  for (const _ of ['a new file', 'the same file']) {
    const prisma = await openPrisma(join(folder.path, 'trainoff.db'));
    expect(await prisma.$queryRaw`PRAGMA journal_mode`).toEqual([{ journal_mode: 'wal' }]);
    expect(await prisma.$queryRaw`PRAGMA synchronous`).toMatchObject([{ synchronous: 2n }]);
    await prisma.$disconnect();
  }
});
