import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

export type Migration = {
  readonly number: number;
  readonly name: string;
  readonly sha256: string;
  readonly text: string;
};

const folder = fileURLToPath(new URL('../../migrations', import.meta.url));
// Any constant does; two processes that migrate at once take turns on it.
export const turn = 7_240_811;

/** The migrations of this version, in order. */
export async function listMigrations(): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(`${folder}/${name}`, 'utf8');
      return {
        number: Number(name.slice(0, 4)),
        name,
        sha256: createHash('sha256').update(text).digest('hex'),
        text,
      };
    }),
  );
}

export type MigrationState = {
  readonly applied: readonly number[];
  readonly pending: readonly string[];
  /** Applied here, but unknown to this version: the database is newer than the program. */
  readonly unknown: readonly string[];
  /** Applied with another text than this version has. */
  readonly altered: readonly string[];
};

async function appliedIn(client: pg.ClientBase): Promise<{ number: number; name: string; sha256: string }[]> {
  const there = await client.query<{ there: boolean }>(
    `select to_regclass('public.schema_migration') is not null as there`,
  );
  if (!there.rows[0]?.there) return [];
  return (await client.query('select number, name, sha256 from schema_migration order by number')).rows;
}

function compare(
  migrations: readonly Migration[],
  applied: { number: number; name: string; sha256: string }[],
) {
  const known = new Map(migrations.map((migration) => [migration.number, migration]));
  const done = new Set(applied.map((row) => row.number));
  return {
    applied: [...done],
    pending: migrations.filter((migration) => !done.has(migration.number)).map((migration) => migration.name),
    unknown: applied.filter((row) => !known.has(row.number)).map((row) => row.name),
    altered: applied
      .filter((row) => known.has(row.number) && known.get(row.number)?.sha256 !== row.sha256)
      .map((row) => row.name),
  };
}

/** What has been applied to a database and what has not. */
export async function readMigrationState(pool: pg.Pool): Promise<MigrationState> {
  const client = await pool.connect();
  try {
    return compare(await listMigrations(), await appliedIn(client));
  } finally {
    client.release();
  }
}

/**
 * Applies what is missing, each migration in its own transaction, forward only.
 * @throws {Error} naming the migration, when one fails or when the database is newer than this version
 */
export async function migrate(
  url: string,
  options: { upTo?: number; onProgress?: (name: string) => void } = {},
): Promise<{ applied: string[] }> {
  const migrations = await listMigrations();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [turn]);
    await client.query(`create table if not exists schema_migration (
      number int primary key, name text not null, sha256 text not null, applied_at timestamptz not null default now())`);
    const state = compare(migrations, await appliedIn(client));
    if (state.unknown.length > 0)
      throw new Error(`database is newer than this version: ${state.unknown.join(', ')}`);
    const wanted = migrations.filter(
      (migration) => state.pending.includes(migration.name) && migration.number <= (options.upTo ?? Infinity),
    );
    for (const migration of wanted) {
      options.onProgress?.(migration.name);
      await applyOne(client, migration);
    }
    return { applied: wanted.map((migration) => migration.name) };
  } finally {
    await client.end();
  }
}

/** Applies one migration in whatever transaction is open. */
export async function runMigration(client: pg.ClientBase, migration: Migration): Promise<void> {
  await client.query(migration.text);
  await client.query('insert into schema_migration (number, name, sha256) values ($1, $2, $3)', [
    migration.number,
    migration.name,
    migration.sha256,
  ]);
}

async function applyOne(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin');
  try {
    await runMigration(client, migration);
    await client.query('commit');
  } catch (problem) {
    await client.query('rollback');
    throw new Error(`migration ${migration.name}: ${(problem as Error).message}`, { cause: problem });
  }
}
