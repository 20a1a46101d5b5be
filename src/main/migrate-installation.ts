import { migrate, readMigrationState } from '#database/migrate.ts';
import { attachOrOpen } from './attach.ts';
import { makeBackup } from './backups.ts';
import { ConfigurationProblem, findSecret, installationOf, type Configuration } from './config.ts';
import type { OpenDatabase, Progress } from './open-database.ts';

/** Brings the database to this version. Where something is already in it, a backup is made first. */
export async function bringUpToDate(
  configuration: Configuration,
  opened: OpenDatabase,
  progress: Progress,
): Promise<void> {
  const state = await readMigrationState(opened.database.ownerPool);
  const strange = [...state.altered, ...state.unknown];
  if (strange.length > 0) {
    throw new ConfigurationProblem(
      `La base de datos fue hecha por otra versión del programa (${strange.join(', ')}): use esa versión, o elija otra carpeta con ARTICULA_DATA. · ` +
        'The database was made by another version of the program: use that version, or choose another folder with ARTICULA_DATA.',
    );
  }
  if (state.pending.length === 0) return;
  if (state.applied.length > 0) {
    progress('backup');
    const installation = installationOf(configuration, 'real', findSecret(configuration) ?? '');
    await makeBackup(opened, installation, 'before-migration');
  }
  progress('migrate');
  await migrate(opened.url);
}

/** `articula migrate`. */
export async function migrateInstallation(configuration: Configuration, progress: Progress): Promise<void> {
  const opened = await attachOrOpen(configuration, progress);
  try {
    await bringUpToDate(configuration, opened, progress);
    progress('up-to-date');
  } finally {
    await opened.close();
  }
}
