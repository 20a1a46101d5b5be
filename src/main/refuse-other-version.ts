import { readMigrationState } from '#database/migrate.ts';
import { ConfigurationProblem } from './config.ts';
import type { OpenDatabase } from './open-database.ts';

/** Nothing is done on a database that is behind this version, or ahead of it. */
export async function refuseOtherVersion(opened: OpenDatabase): Promise<void> {
  const { applied, pending, unknown } = await readMigrationState(opened.database.ownerPool);
  if (applied.length === 0) {
    throw new ConfigurationProblem(
      'Aquí todavía no hay una instalación: ejecute «articula init», o revise ARTICULA_DATA y DATABASE_URL. · Nothing is installed here yet: run "articula init", or check ARTICULA_DATA and DATABASE_URL.',
    );
  }
  if (pending.length > 0) {
    throw new ConfigurationProblem(
      'La base de datos no está al día: ejecute «articula migrate». · The database is behind this version: run "articula migrate".',
    );
  }
  if (unknown.length > 0) {
    throw new ConfigurationProblem(
      'La base de datos es de una versión más nueva de Articula: use esa versión. · The database is of a newer version: use that one.',
    );
  }
}
