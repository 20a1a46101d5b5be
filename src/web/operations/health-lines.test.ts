import { describe, expect, it } from 'vitest';
import { healthLines, toAttend, type Health } from './health-lines.ts';

const sound: Health = {
  status: 'well',
  version: '1.0.0',
  mode: 'real',
  database: { reachable: true, version: '18.4' },
  migrations: { applied: 8, pending: 0 },
  lastBackup: { at: '2026-11-22T03:00:00.000Z', hours: 20 },
  lastTestedRestore: { at: '2026-11-22T03:05:00.000Z', hours: 20 },
  disk: { freeBytes: 80_000_000_000, writable: true },
};

describe('the state of an installation', () => {
  it('asks nothing of anybody while all is well', () => {
    expect(toAttend(sound)).toBe(0);
  });

  it('says what has to be done about each thing that is not', () => {
    const found = (health: Partial<Health>) =>
      healthLines({ ...sound, ...health })
        .filter((line) => line.state !== 'well')
        .map((line) => line.found);
    expect(found({ database: { reachable: false, version: null } })).toEqual(['database-gone']);
    expect(found({ migrations: { applied: 7, pending: 1 } })).toEqual(['migrations-pending']);
    expect(found({ lastBackup: { at: null, hours: null } })).toEqual(['backup-never']);
    expect(found({ lastBackup: { at: '2026-11-20T03:00:00.000Z', hours: 68 } })).toEqual(['backup-old']);
    expect(found({ lastTestedRestore: { at: '2026-10-01T03:00:00.000Z', hours: 1200 } })).toEqual([
      'restore-old',
    ]);
    expect(found({ disk: { freeBytes: 1_000_000_000, writable: true } })).toEqual(['disk-low']);
    expect(found({ disk: { freeBytes: 1_000_000, writable: true } })).toEqual(['disk-full']);
    expect(found({ disk: { freeBytes: 1_000_000, writable: false } })).toEqual(['disk-read-only']);
    expect(found({ disk: { freeBytes: null, writable: true } })).toEqual(['disk-unknown']);
  });
});
