/** One thing that was looked at. Its words, `doctor.<code>`, say what was found and, unless all is well, what to do. */
export type Check = {
  readonly code: string;
  readonly state: 'well' | 'warning' | 'failing';
  readonly values: Readonly<Record<string, string | number>>;
  /** What stood in the way, where that has a sentence of its own: `problem.<code>`. */
  readonly problem?: { readonly code: string; readonly values: Readonly<Record<string, string | number>> };
};

type Values = Check['values'];
const well = (code: string, values: Values = {}): Check => ({ code, state: 'well', values });
const warning = (code: string, values: Values = {}): Check => ({ code, state: 'warning', values });
const failing = (code: string, values: Values = {}): Check => ({ code, state: 'failing', values });

const hour = 60 * 60 * 1000;
const hoursBetween = (earlier: Date, later: Date): number => (later.getTime() - earlier.getTime()) / hour;

/** Backups are daily: a day and a half without one means that one was missed. */
export const backupHours = 36;

/** Each daily backup is restored on trial: a week without one that succeeded means that something is wrong. */
export const testHours = 8 * 24;

/** TypeScript runs natively from here on. */
const leastNode = [22, 18] as const;

/** @param version e.g. "24.21.0" */
export function judgeNode(version: string): Check {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const enough = major > leastNode[0] || (major === leastNode[0] && minor >= leastNode[1]);
  return enough
    ? well('node.well', { version })
    : failing('node.old', { version, wanted: leastNode.join('.') });
}

/** @param serverVersion as PostgreSQL counts, e.g. 150012 for 15.12 */
export function judgeServer(serverVersion: number): Check {
  const version = `${Math.floor(serverVersion / 10_000)}.${serverVersion % 10_000}`;
  return serverVersion >= 150_000 ? well('database.well', { version }) : failing('database.old', { version });
}

export function judgeMigrations(state: {
  readonly applied: readonly number[];
  readonly pending: readonly string[];
  readonly unknown: readonly string[];
  readonly altered: readonly string[];
}): Check {
  if (state.unknown.length > 0) return failing('migrations.newer', { names: state.unknown.join(', ') });
  if (state.pending.length > 0) return failing('migrations.pending', { count: state.pending.length });
  if (state.altered.length > 0) return warning('migrations.altered', { names: state.altered.join(', ') });
  return well('migrations.well', { count: state.applied.length });
}

/** Megabytes free below which the disk is short, and below which the database is about to stop. */
export const shortDisk = 2048;
export const fullDisk = 200;

/** @param freeBytes free to whoever runs the program */
export function judgeDisk(freeBytes: number, folder: string): Check {
  const values = { folder, megabytes: Math.floor(freeBytes / 1024 / 1024) };
  if (values.megabytes < fullDisk) return failing('disk.full', values);
  return values.megabytes < shortDisk ? warning('disk.low', values) : well('disk.well', values);
}

/**
 * Whether the clock can be believed: deadlines, sessions and the audit trail stand on it.
 * @param databaseNow the clock of the database's machine, read at the same moment
 * @param lastDeedAt the latest moment that the trail knows of
 * @param builtAt when this version was made: it cannot be earlier now
 */
export function judgeClock(
  now: Date,
  databaseNow: Date | null,
  lastDeedAt: Date | null,
  builtAt: Date,
): Check {
  const at = now.toISOString();
  if (now < builtAt) return failing('clock.behind', { at, known: builtAt.toISOString() });
  if (lastDeedAt !== null && hoursBetween(now, lastDeedAt) > 0.1)
    return failing('clock.behind', { at, known: lastDeedAt.toISOString() });
  if (databaseNow === null) return well('clock.well', { at });
  const seconds = Math.round(Math.abs(databaseNow.getTime() - now.getTime()) / 1000);
  return seconds > 10 ? warning('clock.apart', { seconds }) : well('clock.well', { at });
}

/** @param isThere whether the file is still where it was written */
export function judgeBackup(
  now: Date,
  installedAt: Date,
  last: { madeAt: Date; file: string; isThere: boolean } | null,
): Check {
  if (last === null) {
    const isYoung = hoursBetween(installedAt, now) <= backupHours;
    return isYoung ? well('backup.soon') : warning('backup.never');
  }
  const values = { hours: Math.max(0, Math.round(hoursBetween(last.madeAt, now))), file: last.file };
  if (!last.isThere) return warning('backup.gone', values);
  return values.hours > backupHours ? warning('backup.old', values) : well('backup.well', values);
}

/** @param problem why restoring the last backup on trial failed, if it did */
export function judgeRestoreTest(
  now: Date,
  installedAt: Date,
  lastTestedAt: Date | null,
  problem: string | null,
): Check {
  if (problem !== null) return failing('restore-test.failed', { reason: problem });
  if (lastTestedAt === null) {
    const isYoung = hoursBetween(installedAt, now) <= backupHours;
    return isYoung ? well('restore-test.soon') : warning('restore-test.never');
  }
  const hours = hoursBetween(lastTestedAt, now);
  const values = { days: Math.max(0, Math.round(hours / 24)) };
  return hours > testHours ? warning('restore-test.old', values) : well('restore-test.well', values);
}

/** @param mode permission bits, e.g. 0o755 */
export function judgeFolder(
  folder: string,
  state: { exists: boolean; isWritable: boolean; mode: number },
): Check {
  if (!state.exists) return failing('folder.missing', { folder });
  if (!state.isWritable) return failing('folder.read-only', { folder });
  return (state.mode & 0o022) !== 0 ? warning('folder.open', { folder }) : well('folder.well', { folder });
}

/** @param mode permission bits of the secret's file; null where it isn't kept in a file */
export function judgeSecret(
  strength: 'strong' | 'weak' | 'missing',
  file: string,
  mode: number | null,
): Check {
  if (strength === 'missing') return failing('secret.missing', { file });
  if (strength === 'weak') return failing('secret.weak');
  if (mode !== null && (mode & 0o077) !== 0) return failing('secret.open', { file });
  return well('secret.well');
}
