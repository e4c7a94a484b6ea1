import { err, ok, type Result } from '#shared/result';
import { migrate } from '../migrate';
import { openPrisma } from './client';
import { scrubbing } from './scrub';
import { lessonsIn, type Lessons } from './lessons';
import { sessionsIn, type Sessions } from './sessions';
import { settingsIn, type Settings } from './settings';
import { signInsIn, type SignIns } from './sign-ins';
import { teachersIn, type Teachers } from './teachers';

/** The cold tables: what is read between lessons. */
export interface Storage {
  readonly teachers: Teachers;
  readonly signIns: SignIns;
  readonly sessions: Sessions;
  readonly lessons: Lessons;
  readonly settings: Settings;
  readonly close: () => Promise<void>;
}

/**
 * Brings the file up to date and opens it; the error is one sentence for the person who started the server. `scripts`: the
 * folder of the built threads.
 */
export async function openStorage(
  file: string,
  migrations: string,
  scripts: URL,
): Promise<Result<Storage, string>> {
  const migrated = migrate(file, migrations);
  if (!migrated.ok) return err(migrated.error.reason);
  const prisma = await openPrisma(file);
  const { scrub, settled } = scrubbing(file, scripts);
  return ok({
    teachers: teachersIn(prisma),
    signIns: signInsIn(prisma),
    sessions: sessionsIn(prisma, scrub),
    lessons: lessonsIn(prisma, scrub),
    settings: settingsIn(prisma),
    close: async () => {
      await settled();
      await prisma.$disconnect();
    },
  });
}
