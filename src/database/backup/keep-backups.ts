import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { chooseBackupsToRemove } from '#domain/operations/backup-retention.ts';
import { recordRemoval } from './backup-records.ts';
import { parseBackupName } from './format.ts';

/** Those that a person asked for are theirs to remove. */
const byRule = ['daily', 'before-migration', 'before-restore'];

/**
 * Removes what the retention rule no longer keeps, each kind by itself, and what an interrupted backup left behind.
 * Other files in the folder are left alone.
 * @returns the files removed
 */
export async function keepBackups(folder: string, url?: string): Promise<string[]> {
  const names = await readdir(folder);
  const backups = names.flatMap((id) => {
    const known = parseBackupName(id);
    return known && byRule.includes(known.reason) ? [{ id, ...known }] : [];
  });
  const removed = byRule
    .flatMap((reason) => chooseBackupsToRemove(backups.filter((backup) => backup.reason === reason)))
    .map((name) => path.join(path.resolve(folder), name));
  for (const file of removed) await rm(file, { force: true });
  await removeUnfinished(folder, names);
  if (url !== undefined && removed.length > 0) await recordRemoval(url, removed);
  return removed;
}

const dayLong = 24 * 60 * 60 * 1000;

async function removeUnfinished(folder: string, names: readonly string[]): Promise<void> {
  for (const name of names.filter((each) => /^articula-.*\.backup\.[0-9a-f-]{36}\.part$/.test(each))) {
    const place = path.join(folder, name);
    const since = Date.now() - (await stat(place)).mtimeMs;
    if (since > dayLong) await rm(place, { force: true });
  }
}
