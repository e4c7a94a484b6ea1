import type { SessionLog } from '../../server/storage/log/port';
import { connect } from '../../server/storage/postgres/connect';
import { postgresLog } from '../../server/storage/postgres/log';
import { migratePostgres } from '../../server/storage/postgres/migrate';

/** The log in a real database, whose connections end with it. */
export async function openPostgresLog(url: string): Promise<SessionLog> {
  const postgres = await connect(url);
  const migrated = await migratePostgres(postgres, 'prisma/migrations');
  if (!migrated.ok) throw new Error(migrated.error.reason);
  const log = postgresLog(postgres);
  return { ...log, close: () => log.close().finally(postgres.close) };
}
