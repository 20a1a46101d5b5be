import { backupHours, fullDisk, shortDisk, testHours } from '#domain/operations/examination.ts';
import type { Answer } from '../api.ts';

export type Health = Answer<'getHealth'>;

type Part = 'database' | 'migrations' | 'backup' | 'restore' | 'disk';

/** One thing that was looked at: the end of its sentence's key, and whether somebody has to do something. */
export type HealthLine = {
  readonly part: Part;
  readonly found:
    | 'database-well'
    | 'database-gone'
    | 'migrations-well'
    | 'migrations-pending'
    | `${'backup' | 'restore'}-${'well' | 'old' | 'never'}`
    | `disk-${'well' | 'low' | 'full' | 'read-only' | 'unknown'}`;
  readonly state: 'well' | 'warning' | 'failing';
};

/** What the health of an installation means for whoever looks after it, in the order in which it matters. */
export function healthLines(health: Health): HealthLine[] {
  return [
    health.database.reachable
      ? { part: 'database', found: 'database-well', state: 'well' }
      : { part: 'database', found: 'database-gone', state: 'failing' },
    health.migrations.pending === 0
      ? { part: 'migrations', found: 'migrations-well', state: 'well' }
      : { part: 'migrations', found: 'migrations-pending', state: 'failing' },
    ageLine('backup', health.lastBackup.hours, backupHours),
    ageLine('restore', health.lastTestedRestore.hours, testHours),
    diskLine(health.disk),
  ];
}

/** How many of them need somebody. */
export function toAttend(health: Health): number {
  return healthLines(health).filter((line) => line.state !== 'well').length;
}

function ageLine(part: 'backup' | 'restore', hours: number | null, limit: number): HealthLine {
  if (hours === null) return { part, found: `${part}-never`, state: 'warning' };
  if (hours > limit) return { part, found: `${part}-old`, state: 'warning' };
  return { part, found: `${part}-well`, state: 'well' };
}

function diskLine({ freeBytes, writable }: Health['disk']): HealthLine {
  if (!writable) return { part: 'disk', found: 'disk-read-only', state: 'failing' };
  if (freeBytes === null) return { part: 'disk', found: 'disk-unknown', state: 'warning' };
  const megabytes = freeBytes / 1024 / 1024;
  if (megabytes < fullDisk) return { part: 'disk', found: 'disk-full', state: 'failing' };
  if (megabytes < shortDisk) return { part: 'disk', found: 'disk-low', state: 'warning' };
  return { part: 'disk', found: 'disk-well', state: 'well' };
}
