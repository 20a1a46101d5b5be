import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { PassThrough, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { pack as makePack, type Pack } from 'tar-stream';
import { refuse } from '#domain/operations/refusals.ts';
import { addEntry, only } from './archive.ts';
import { recordBackup } from './backup-records.ts';
import { columnList, connectForContent, listTables, quote, readContent } from './content.ts';
import {
  anchorsName,
  checksumsName,
  formatNumber,
  headName,
  savedFolders,
  type BackupReason,
  type Checksums,
  type Head,
  type TableContent,
  type TableHead,
} from './format.ts';

export type BackupSummary = {
  readonly file: string;
  readonly madeAt: Date;
  readonly bytes: number;
  readonly sha256: string;
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
  readonly missingFiles: readonly string[];
};

export type BackupRequest = {
  readonly url: string;
  readonly dataFolder: string;
  readonly file: string;
  readonly reason: BackupReason;
  readonly onProgress?: (step: string) => void;
};

const partBytes = 1024 * 1024;

type Draft = { entries: Record<string, Checksums['entries'][string]>; pack: Pack; files: number };

/**
 * Writes everything an installation is into one file: rows, sequences, stored files and secrets, as of one moment.
 * The file appears under its name when it is whole. It holds secrets: its mode is 0600.
 * @throws {Refusal} when it cannot be written or there is no room
 */
export async function writeBackup(request: BackupRequest): Promise<BackupSummary> {
  const file = path.resolve(request.file);
  const unfinished = `${file}.${randomUUID()}.part`;
  const client = await connectForContent(request.url);
  try {
    await mkdir(path.dirname(file), { recursive: true });
    const written = await writeFile(unfinished, (pack) => fill(pack, client, request));
    await rename(unfinished, file);
    const reason = request.reason === 'before-restore' ? 'asked' : request.reason;
    const { head, checksums, files, bytes, sha256 } = written;
    const madeAt = new Date(head.madeAt);
    await recordBackup(client, { madeAt, reason, file, bytes, sha256 });
    const rows = Object.values(checksums.tables).reduce((sum, table) => sum + Number(table.rows), 0);
    const { missingFiles } = checksums;
    return { file, madeAt, bytes, sha256, tables: head.tables.length, rows, files, missingFiles };
  } catch (problem) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw asWritingProblem(problem, file);
  } finally {
    await client.end();
  }
}

function asWritingProblem(problem: unknown, file: string): unknown {
  const { code = '' } = problem as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return refuse('operations.backup-no-room', { values: { file } });
  if (['EACCES', 'EROFS', 'EPERM', 'ENOENT', 'ENOTDIR', 'EISDIR', 'EEXIST'].includes(code))
    return refuse('operations.backup-cannot-write', { values: { file } });
  return problem;
}

type Filled = { head: Head; checksums: Checksums; files: number };

async function writeFile(
  file: string,
  fillPack: (pack: Pack) => Promise<Filled>,
): Promise<Filled & { bytes: number; sha256: string }> {
  const pack = makePack();
  const hash = createHash('sha256');
  let bytes = 0;
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      hash.update(chunk);
      bytes += chunk.length;
      next(null, chunk);
    },
  });
  const target = createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true });
  const written = pipeline(pack, new PassThrough(), createGzip(), meter, target);
  const filled = fillPack(pack).then((done) => {
    pack.finalize();
    return done;
  });
  // Whichever breaks first is the reason; the other one then only says that it was interrupted.
  const never = new Promise<never>(() => {});
  const [done] = await Promise.all([Promise.race([filled, written.then(() => never)]), written]).catch(
    (problem) => {
      pack.destroy();
      filled.catch(() => undefined);
      throw problem;
    },
  );
  await syncFile(path.dirname(file));
  return { ...done, bytes, sha256: hash.digest('hex') };
}

/** A name is only safe on disk when its folder is. */
async function syncFile(file: string): Promise<void> {
  const handle = await open(file, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function fill(pack: Pack, client: Client, request: BackupRequest): Promise<Filled> {
  const draft: Draft = { entries: {}, pack, files: 0 };
  // Read before the rows: an anchor is logged after it was saved, so that the log never knows more than the rows.
  const anchors = await readFile(path.join(request.dataFolder, anchorsName)).catch(() => null);
  await client.query('begin isolation level repeatable read read only');
  await refuseHiddenRows(client);
  const head = await readHead(client, request.reason);
  await add(draft, headName, Buffer.from(JSON.stringify(head, null, 2)));
  const tables: Record<string, TableContent> = {};
  for (const table of head.tables) {
    request.onProgress?.(table.name);
    await addTable(draft, client, table);
    tables[table.name] = await readContent(client, table);
  }
  const sequences = await readSequences(client);
  const known = await readKnownFiles(client);
  await client.query('commit');
  if (anchors !== null) await add(draft, anchorsName, anchors);
  for (const folder of savedFolders) await addFolder(draft, request.dataFolder, folder);
  const missingFiles = known.filter((sha256) => !(`files/${sha256.slice(0, 2)}/${sha256}` in draft.entries));
  const checksums: Checksums = { entries: draft.entries, tables, sequences, missingFiles };
  const text = Buffer.from(JSON.stringify(checksums));
  await addEntry(pack, checksumsName, text.length, only(text));
  return { head, checksums, files: draft.files };
}

/** Row security would leave out, without a word, what the owner of the tables alone may see. */
async function refuseHiddenRows(client: Client): Promise<void> {
  const found = await client.query<{ user: string }>(`
    select r.rolname as user from pg_roles r
    where r.rolname = current_user and not r.rolsuper and not r.rolbypassrls and exists (
      select from pg_class c where c.relnamespace = 'public'::regnamespace and c.relrowsecurity and c.relowner <> r.oid)`);
  const user = found.rows[0]?.user;
  if (user !== undefined) throw refuse('operations.backup-rows-hidden', { values: { user } });
}

async function readHead(client: Client, reason: BackupReason): Promise<Head> {
  const server = await client.query<{ server_version: string }>('show server_version');
  const migrations = await client.query<{ number: number; name: string }>(
    'select number, name from schema_migration order by number',
  );
  return {
    format: formatNumber,
    madeAt: new Date().toISOString(),
    reason,
    server: server.rows[0]?.server_version ?? '',
    migrations: migrations.rows,
    tables: (await listTables(client)).filter((table) => table.name !== 'schema_migration'),
  };
}

async function add(draft: Draft, name: string, content: Buffer): Promise<void> {
  draft.entries[name] = await addEntry(draft.pack, name, content.length, only(content));
}

async function addTable(draft: Draft, client: Client, table: TableHead): Promise<void> {
  const rows = client.query(copyTo(`copy ${quote(table.name)} (${columnList(table)}) to stdout`));
  let part = 0;
  let held: Buffer[] = [];
  let size = 0;
  const flush = async () => {
    part += 1;
    await add(draft, `tables/${table.name}/${String(part).padStart(6, '0')}.copy`, Buffer.concat(held));
    held = [];
    size = 0;
  };
  for await (const chunk of rows as AsyncIterable<Buffer>) {
    held.push(chunk);
    size += chunk.length;
    if (size >= partBytes) await flush();
  }
  if (size > 0) await flush();
}

async function readSequences(client: Client): Promise<Record<string, string>> {
  const found = await client.query<{ name: string; value: string }>(
    `select sequencename as name, last_value::text as value from pg_sequences where schemaname = 'public' and last_value is not null`,
  );
  return Object.fromEntries(found.rows.map(({ name, value }) => [name, value]));
}

const keptOriginals = 'select unnest(struck_sha256) from attached_file where original_kept';

async function readKnownFiles(client: Client): Promise<string[]> {
  const there = await client.query<{ name: string }>(
    `select name from unnest(array['stored_file', 'attached_file']) as name where to_regclass('public.' || name) is not null`,
  );
  if (there.rows.length === 0) return [];
  const named = there.rows
    .map(({ name }) => `select sha256 from ${quote(name)}`)
    // What an order took away and is kept.
    .concat(there.rows.some(({ name }) => name === 'attached_file') ? [keptOriginals] : [])
    .join(' union ');
  const found = await client.query<{ sha256: string }>(`select sha256 from (${named}) as known order by 1`);
  return found.rows.map((row) => row.sha256);
}

async function addFolder(draft: Draft, dataFolder: string, folder: string): Promise<void> {
  const top = path.join(dataFolder, folder);
  const found = await readdir(top, { recursive: true, withFileTypes: true }).catch(
    (problem: NodeJS.ErrnoException) => {
      if (problem.code === 'ENOENT') return [];
      throw problem;
    },
  );
  for (const entry of found) {
    if (!entry.isFile()) continue;
    const place = path.join(entry.parentPath, entry.name);
    const name = path.relative(dataFolder, place).split(path.sep).join('/');
    const { size } = await stat(place);
    draft.entries[name] = await addEntry(draft.pack, name, size, createReadStream(place));
    if (folder === 'files') draft.files += 1;
  }
}
