import { Pool } from 'pg';
import { readMigrationState, type MigrationState } from '#database/migrate.ts';

export type DatabaseFindings = {
  /** Major and minor as one number, e.g. 150012. */
  readonly serverVersion: number;
  readonly now: Date;
  /** What the clock here said at the same moment. */
  readonly askedAt: Date;
  readonly migrations: MigrationState;
  /** Null where it isn't migrated far enough to say. */
  readonly records: {
    readonly installedAt: Date;
    /** The last thing that is known to have happened: a clock that says earlier is wrong. */
    readonly lastDeedAt: Date | null;
    readonly lastBackup: {
      readonly madeAt: Date;
      readonly file: string;
      readonly testResult: string | null;
    } | null;
    readonly lastTestedAt: Date | null;
  } | null;
};

/** Looks at a database without relying on anything about it. Throws when it cannot be reached. */
export async function examineDatabase(url: string): Promise<DatabaseFindings> {
  const pool = new Pool({ connectionString: url, max: 1, connectionTimeoutMillis: 10_000 });
  pool.on('error', () => undefined);
  try {
    const about = await pool.query<{ version: string; now: Date }>(
      `select current_setting('server_version_num') as version, clock_timestamp() as now`,
    );
    const askedAt = new Date();
    const row = about.rows[0];
    const migrations = await readMigrationState(pool);
    const there = await pool.query(
      `select where to_regclass('backup_record') is not null and to_regclass('audit_entry') is not null`,
    );
    return {
      serverVersion: Number(row?.version ?? 0),
      now: row?.now ?? askedAt,
      askedAt,
      migrations,
      records: there.rowCount === 0 ? null : await readRecords(pool),
    };
  } finally {
    await pool.end();
  }
}

async function readRecords(pool: Pool): Promise<DatabaseFindings['records']> {
  const found = await pool.query<{ installed: Date; deed: Date | null; tested: Date | null }>(`
    select (select min(applied_at) from schema_migration) as installed,
      (select max(at) from audit_entry) as deed,
      (select max(tested_at) from backup_record) as tested`);
  const backup = await pool.query<{
    made_at: Date;
    file: string;
    test_result: string | null;
    tested_at: Date | null;
  }>(`
    select made_at, file, test_result, tested_at from backup_record
    where removed_at is null and reason <> 'restored' order by made_at desc limit 1`);
  const [dates] = found.rows;
  const [last] = backup.rows;
  return {
    installedAt: dates?.installed ?? new Date(0),
    lastDeedAt: dates?.deed ?? null,
    lastTestedAt: dates?.tested ?? null,
    lastBackup: last
      ? {
          madeAt: last.made_at,
          file: last.file,
          testResult: last.tested_at === null ? last.test_result : null,
        }
      : null,
  };
}
