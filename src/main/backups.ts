import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { keepBackups, nameBackup, testRestore, writeBackup } from '#database/backup/index.ts';
import { anchorChains } from '#services/audit/anchor-chains.ts';
import type { Installation } from '#services/context.ts';
import { localContext } from './local-context.ts';
import type { OpenDatabase } from './open-database.ts';

export type BackupReason = 'daily' | 'before-migration' | 'asked';

/** Where backups are kept unless a file was named. */
export function backupFolder(dataFolder: string): string {
  return join(dataFolder, 'backups');
}

/** Makes a backup in the data folder, and removes those that the rule no longer keeps. */
export async function makeBackup(
  opened: OpenDatabase,
  installation: Installation,
  reason: BackupReason,
): Promise<string> {
  const folder = backupFolder(installation.dataFolder);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, nameBackup(new Date(), reason));
  await writeBackup({ url: opened.url, dataFolder: installation.dataFolder, file, reason });
  await keepBackups(folder, opened.url);
  return file;
}

/** The daily backup: the trail is anchored first, and what was written is tested by restoring it beside. */
export async function makeDailyBackup(opened: OpenDatabase, installation: Installation): Promise<void> {
  await anchorChains(localContext(opened.database, installation));
  const file = await makeBackup(opened, installation, 'daily');
  await testRestore({ file, url: opened.url });
}
