import { constants } from 'node:fs';
import { access, statfs } from 'node:fs/promises';
import type { OutputOf } from '#contract/operation.ts';
import type { operationsOperations } from '#contract/operations.ts';
import { readDatabaseHealth } from '#database/operations/health-views.ts';
import type { Context } from '../context.ts';

type Health = OutputOf<typeof operationsOperations.getHealth>;

const leastFreeBytes = 200 * 1024 * 1024;

/** Whether the installation is well. Anyone may ask; nothing here tells a stranger more than versions and ages. */
export async function getHealth(context: Context): Promise<Health> {
  const { installation } = context;
  const [database, disk] = await Promise.all([
    readDatabaseHealth(context.database).catch(() => null),
    readDisk(installation.dataFolder),
  ]);
  const well =
    database !== null &&
    database.pending === 0 &&
    disk.writable &&
    (disk.freeBytes ?? Infinity) > leastFreeBytes;
  return {
    status: well ? 'well' : 'failing',
    version: installation.version,
    mode: installation.mode,
    database: { reachable: database !== null, version: database?.version ?? null },
    migrations: { applied: database?.applied ?? 0, pending: database?.pending ?? 0 },
    lastBackup: ageOf(database?.lastBackupAt ?? null, context.now),
    lastTestedRestore: ageOf(database?.lastTestedAt ?? null, context.now),
    disk,
  };
}

function ageOf(at: Date | null, now: Date) {
  if (at === null) return { at: null, hours: null };
  return { at: at.toISOString(), hours: Math.round((now.getTime() - at.getTime()) / 360_000) / 10 };
}

async function readDisk(folder: string): Promise<Health['disk']> {
  const writable = await access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
  const space = await statfs(folder).catch(() => null);
  return { freeBytes: space === null ? null : space.bavail * space.bsize, writable };
}
