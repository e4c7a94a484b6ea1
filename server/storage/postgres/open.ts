import { err, ok, type Result } from '#shared/result';
import type { SessionLog } from '../log/port';
import { openStorageOn, type Storage } from '../prisma/open';
import { reasonFrom, whereOf } from './address';
import { newSecret } from '../../accounts/secrets';
import { openCommons, type Commons } from './commons';
import { connect, requireDurable } from './connect';
import { postgresLog } from './log';
import { migratePostgres } from './migrate';

/** Everything that is kept, in one database that several servers may share. */
interface Opened {
  readonly log: SessionLog;
  readonly storage: Storage;
  readonly commons: Commons;
  readonly close: () => Promise<void>;
}

/** What a person can do who started the server, or a command. */
export const unreachable = (url: string, error: unknown): string =>
  `The database at ${whereOf(url)} cannot be used (${reasonFrom(error)}): see that it runs, and that DATABASE_URL is right.`;

/** Brings the database up to date and opens it; the error is one sentence for the person who started the server. */
export async function openPostgres(url: string, migrations: string): Promise<Result<Opened, string>> {
  const postgres = await connect(url);
  try {
    await requireDurable(postgres);
    const migrated = await migratePostgres(postgres, migrations);
    if (!migrated.ok) {
      await postgres.close();
      return err(migrated.error.reason);
    }
    const log = postgresLog(postgres);
    const storage = await openStorageOn(postgres);
    const commons = await openCommons(url, storage.settings, newSecret());
    const close = async () => {
      await commons.close();
      await log.close();
      await storage.close();
      await postgres.close();
    };
    return ok({ log, storage, commons, close });
  } catch (error) {
    await postgres.close();
    return err(unreachable(url, error));
  }
}
