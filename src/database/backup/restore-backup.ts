import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Client } from 'pg';
import { listMigrations, runMigration, turn } from '#database/migrate.ts';
import { refuse } from '#domain/operations/refusals.ts';
import { Refusal } from '#domain/shared/refusal.ts';
import { readEntries, verifyBackup, type Verified } from './archive.ts';
import { recordBackup } from './backup-records.ts';
import { connectForContent, listTables, quote, readContent } from './content.ts';
import { checksumsName, headName, nameBackup, type TableHead } from './format.ts';
import { openDoors, openLoad, type TableLoad } from './load-rows.ts';
import { StagedFiles } from './restore-files.ts';
import { writeBackup } from './write-backup.ts';

export type RestoreRequest = {
  readonly file: string;
  readonly url: string;
  readonly dataFolder: string;
  /** Lets go of what is there. A backup of it is made first, in the data folder. */
  readonly replace?: boolean;
  readonly onProgress?: (step: string) => void;
};

export type RestoreSummary = {
  readonly madeAt: Date;
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
  readonly missingFiles: readonly string[];
  /** Migrations of this version that came after the backup's, and were applied to it. */
  readonly migrated: readonly string[];
  /** The backup of what was there before, if something was. */
  readonly former: string | null;
};

/**
 * Puts an installation back as it was. Everything happens in one transaction that ends only when what was restored
 * equals what was saved, table by table: until then, and if anything fails, nothing has changed.
 * @throws {Refusal} when the file is damaged or not for this version, or the database holds something and `replace` isn't set
 */
export async function restoreBackup(request: RestoreRequest): Promise<RestoreSummary> {
  const verified = await verifyBackup(request.file);
  await refuseNewer(verified, request.file);
  const client = await connectForContent(request.url);
  const staged = new StagedFiles(request.dataFolder);
  try {
    const former = await setAside(client, request);
    await mkdir(request.dataFolder, { recursive: true, mode: 0o700 });
    await client.query('begin');
    const { later } = await rebuild(client, verified);
    await load(client, verified, request, staged);
    for (const migration of later) await runMigration(client, migration);
    await noteRestore(client, verified, request.file);
    await staged.moveIntoPlace(new Date().toISOString().replaceAll(/[:.]/g, ''));
    await commit(client, staged);
    await client.query('analyze');
    return summarise(
      verified,
      staged,
      later.map((migration) => migration.name),
      former,
    );
  } catch (problem) {
    await client.query('rollback').catch(() => undefined);
    throw (await asLocksProblem(client, problem)) ?? asRestoreProblem(problem, request);
  } finally {
    await client.end();
    await staged.clear();
  }
}

function summarise(
  verified: Verified,
  staged: StagedFiles,
  migrated: string[],
  former: string | null,
): RestoreSummary {
  const { head, checksums } = verified;
  return {
    madeAt: new Date(head.madeAt),
    tables: head.tables.length,
    rows: Object.values(checksums.tables).reduce((sum, table) => sum + Number(table.rows), 0),
    files: staged.count,
    missingFiles: checksums.missingFiles,
    migrated,
    former,
  };
}

async function refuseNewer({ head }: Verified, file: string): Promise<void> {
  const known = new Set((await listMigrations()).map((migration) => migration.number));
  const unknown = head.migrations.find((migration) => !known.has(migration.number));
  if (unknown)
    throw refuse('operations.backup-of-newer-version', { values: { file, migration: unknown.name } });
}

/** Makes sure that nothing is lost which is there now. */
async function setAside(client: Client, request: RestoreRequest): Promise<string | null> {
  if (!(await holdsSomething(client))) return null;
  if (!request.replace) throw refuse('operations.restore-not-empty');
  request.onProgress?.('backup');
  const file = path.join(request.dataFolder, 'backups', nameBackup(new Date(), 'before-restore'));
  await writeBackup({ url: request.url, dataFolder: request.dataFolder, file, reason: 'before-restore' });
  return file;
}

// What migrations write by themselves: the crossing of no categories. Every other crossing has a dimension under it.
const writtenByMigrations = ['schema_migration', 'disaggregation', 'disaggregation_margin'];

async function holdsSomething(client: Client): Promise<boolean> {
  for (const { name } of await listTables(client)) {
    if (writtenByMigrations.includes(name)) continue;
    const found = await client.query(`select from ${quote(name)} limit 1`);
    if (found.rowCount !== 0) return true;
  }
  return false;
}

/** Makes the tables as they were when the backup was written. */
async function rebuild(client: Client, { head }: Verified) {
  await client.query(`set local lock_timeout = '10s'`);
  await client.query('select pg_advisory_xact_lock($1)', [turn]);
  // Waiting jobs belong to what is replaced; the queue makes its own tables again.
  await client.query(`drop schema if exists graphile_worker cascade; drop schema public cascade;
    create schema public; grant usage on schema public to public;
    create table schema_migration (
      number int primary key, name text not null, sha256 text not null, applied_at timestamptz not null default now())`);
  const applied = new Set(head.migrations.map((migration) => migration.number));
  const migrations = await listMigrations();
  for (const migration of migrations.filter(({ number }) => applied.has(number)))
    await runMigration(client, migration);
  return { later: migrations.filter(({ number }) => !applied.has(number)) };
}

async function load(
  client: Client,
  verified: Verified,
  request: RestoreRequest,
  staged: StagedFiles,
): Promise<void> {
  const again = await openDoors(client);
  await emptyTables(client, verified);
  const tables = new Map(verified.head.tables.map((table) => [table.name, table]));
  let open: TableLoad | null = null;
  for await (const { name, body } of readEntries(request.file)) {
    const [top = '', table = ''] = name.split('/');
    const head: TableHead | undefined = top === 'tables' ? tables.get(table) : undefined;
    if (open !== null && open.table !== head?.name) {
      await open.end();
      open = null;
    }
    if (head) {
      if (open === null) request.onProgress?.(head.name);
      open ??= openLoad(client, head);
      await open.write(body);
    } else if (top !== headName && top !== checksumsName) await staged.add(name, body);
    else for await (const _chunk of body);
  }
  for (const [name, value] of Object.entries(verified.checksums.sequences))
    await client.query('select setval($1::regclass, $2)', [quote(name), value]);
  for (const statement of again) await client.query(statement);
  await compareWithSaved(client, verified);
}

/** Lets go of rows that the migrations wrote: what was saved has them too, perhaps changed since. */
async function emptyTables(client: Client, { head }: Verified): Promise<void> {
  for (const { name } of head.tables) await client.query(`delete from ${quote(name)}`);
}

async function compareWithSaved(client: Client, { head, checksums }: Verified): Promise<void> {
  for (const table of head.tables) {
    const saved = checksums.tables[table.name];
    const restored = await readContent(client, table);
    if (saved?.rows !== restored.rows || saved.digest !== restored.digest)
      throw refuse('operations.backup-different', { values: { table: table.name } });
  }
}

async function noteRestore(client: Client, { head }: Verified, file: string): Promise<void> {
  const sha256 = await sumOfFile(file);
  const { size: bytes } = await stat(file);
  await recordBackup(client, {
    madeAt: new Date(),
    reason: 'restored',
    file: `${path.resolve(file)} (${head.madeAt})`,
    bytes,
    sha256,
  });
}

export async function sumOfFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

async function commit(client: Client, staged: StagedFiles): Promise<void> {
  try {
    await client.query('commit');
  } catch (problem) {
    await staged.takeBack();
    throw problem;
  }
}

// What the embedded server has, with room to spare for every table that is let go of and made again.
const locksEnough = 512;

/** A server that has no room for so many tables in one transaction says how much it has; what is asked for is more than that. */
async function asLocksProblem(client: Client, problem: unknown): Promise<Refusal | null> {
  if ((problem as { code?: string }).code !== '53200') return null;
  const { rows } = await client.query<{ now: number }>(
    `select current_setting('max_locks_per_transaction')::int as now`,
  );
  const now = rows[0]?.now ?? 0;
  const wanted = Math.max(locksEnough, now * 2);
  return refuse('operations.restore-locks', { values: { now: String(now), wanted: String(wanted) } });
}

const otherStructure = ['42703', '42P01', '22P02', '22P04', '23502', '23514', '42804'];

function asRestoreProblem(problem: unknown, { file, dataFolder }: RestoreRequest): unknown {
  if (problem instanceof Refusal) return problem;
  const { code = '', message = '' } = problem as { code?: string; message?: string };
  if (code === '55P03') return refuse('operations.restore-in-use');
  if (otherStructure.includes(code))
    return refuse('operations.backup-of-other-structure', { values: { file, said: message } });
  if (code === 'ENOSPC' || code === '53100')
    return refuse('operations.backup-no-room', { values: { file: dataFolder } });
  if (code === 'EACCES' || code === 'EROFS')
    return refuse('operations.backup-cannot-write', { values: { file: dataFolder } });
  return problem;
}
