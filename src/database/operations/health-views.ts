import { sql } from 'kysely';
import type { Database } from '#database/connection.ts';
import { readMigrationState } from '#database/migrate.ts';

export type DatabaseHealth = {
  readonly version: string;
  readonly applied: number;
  readonly pending: number;
  readonly lastBackupAt: Date | null;
  readonly lastTestedAt: Date | null;
};

/** Asks the database how it is; throws when it cannot be reached. */
export async function readDatabaseHealth(database: Database): Promise<DatabaseHealth> {
  const state = await readMigrationState(database.ownerPool);
  const server = await sql<{ version: string }>`show server_version`
    .execute(database.owner)
    .then((result) => result.rows[0] as { version?: string; server_version?: string } | undefined);
  const backup =
    state.pending.length > 0
      ? undefined
      : await database.owner
          .selectFrom('backup_record')
          .select((select) => [select.fn.max('made_at').as('made'), select.fn.max('tested_at').as('tested')])
          .where('removed_at', 'is', null)
          .executeTakeFirst();
  return {
    version: server?.server_version ?? server?.version ?? '',
    applied: state.applied.length,
    pending: state.pending.length,
    lastBackupAt: backup?.made ?? null,
    lastTestedAt: backup?.tested ?? null,
  };
}
