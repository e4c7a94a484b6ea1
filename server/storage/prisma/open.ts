import { err, ok, type Result } from '#shared/result';
import type { PrismaClient } from '../generated/client';
import { migrate } from '../migrate';
import type { Postgres } from '../postgres/connect';
import { openPrisma } from './client';
import { openPrismaOn, scrubbingOn } from './postgres';
import { scrubbing, type Scrub } from './scrub';
import { lessonsIn, type Lessons } from './lessons';
import { sessionsIn, type Sessions } from './sessions';
import { settingsIn, type Settings } from './settings';
import { signInsIn, type SignIns } from './sign-ins';
import { teachersIn, type Teachers } from './teachers';
import { asGiven, cast, type Typed } from './typed';

/** The cold tables: what is read between lessons. */
export interface Storage {
  readonly teachers: Teachers;
  readonly signIns: SignIns;
  readonly sessions: Sessions;
  readonly lessons: Lessons;
  readonly settings: Settings;
  readonly close: () => Promise<void>;
}

/** What one kind of database needs besides the statements that all take. */
interface Database {
  readonly prisma: PrismaClient;
  readonly scrub: Scrub;
  readonly typed: Typed;
}

const tables = ({ prisma, scrub, typed }: Database): Omit<Storage, 'close'> => ({
  teachers: teachersIn(prisma),
  signIns: signInsIn(prisma),
  sessions: sessionsIn(prisma, scrub),
  lessons: lessonsIn(prisma, scrub, typed),
  settings: settingsIn(prisma),
});

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
  const close = async () => {
    await settled();
    await prisma.$disconnect();
  };
  return ok({ ...tables({ prisma, scrub, typed: asGiven }), close });
}

/** The same tables in a PostgreSQL, which is up to date; its connections are closed by whoever has opened them. */
export async function openStorageOn({ pool }: Pick<Postgres, 'pool'>): Promise<Storage> {
  const prisma = await openPrismaOn(pool);
  const close = () => prisma.$disconnect();
  return { ...tables({ prisma, scrub: scrubbingOn(pool), typed: cast }), close };
}
