import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { startEmbedded } from '#database/embedded/index.ts';
import { Refusal } from '#domain/shared/refusal.ts';
import { recordTest } from './backup-records.ts';
import { restoreBackup, sumOfFile, type RestoreSummary } from './restore-backup.ts';

/**
 * Proves that a backup can be restored: puts it into a database of its own beside the real one, compares what is there
 * with what was saved, removes it again, and notes the outcome with the backup's record.
 * @throws {Refusal} saying why it cannot be restored
 */
export async function testRestore(request: { file: string; url: string }): Promise<RestoreSummary> {
  const sha256 = await sumOfFile(request.file).catch(() => '');
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'articula-restore-'));
  try {
    const summary = await onScratch(request.url, dataFolder, (url) =>
      restoreBackup({ file: request.file, url, dataFolder }),
    );
    const { tables, rows, files } = summary;
    await recordTest(request.url, sha256, `tables ${tables}, rows ${rows}, files ${files}`, true);
    return summary;
  } catch (problem) {
    const result = problem instanceof Refusal ? problem.code : (problem as Error).message;
    await recordTest(request.url, sha256, result, false);
    throw problem;
  } finally {
    await rm(dataFolder, { recursive: true, force: true });
  }
}

const notAllowed = '42501';

/** A server that doesn't let us make a database is spared: the bundled one does it, in a temporary folder. */
async function onScratch<T>(url: string, folder: string, work: (url: string) => Promise<T>): Promise<T> {
  const name = `articula_restore_${randomBytes(6).toString('hex')}`;
  try {
    await statement(url, `create database ${name} template template0`);
  } catch (problem) {
    if ((problem as { code?: string }).code !== notAllowed) throw problem;
    return onEmbedded(path.join(folder, 'postgres'), work);
  }
  try {
    const scratch = new URL(url);
    scratch.pathname = `/${name}`;
    return await work(scratch.toString());
  } finally {
    await statement(url, `drop database if exists ${name} with (force)`);
  }
}

async function onEmbedded<T>(folder: string, work: (url: string) => Promise<T>): Promise<T> {
  const engine = await startEmbedded({ folder });
  try {
    return await work(engine.url);
  } finally {
    await engine.stop();
  }
}

async function statement(url: string, text: string): Promise<void> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}
