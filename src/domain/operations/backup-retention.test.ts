import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseBackupsToRemove, type KeptBackup } from './backup-retention.ts';

const daily = (from: string, days: number): KeptBackup[] =>
  Array.from({ length: days }, (_, day) => {
    const madeAt = new Date(`${from}T03:00:00Z`);
    madeAt.setUTCDate(madeAt.getUTCDate() + day);
    return { id: madeAt.toISOString().slice(0, 10), madeAt };
  });

const keptOf = (backups: readonly KeptBackup[]): string[] => {
  const removed = new Set(chooseBackupsToRemove(backups));
  return backups.map(({ id }) => id).filter((id) => !removed.has(id));
};

const moments = fc.date({ min: new Date('2024-01-01'), max: new Date('2027-12-31'), noInvalidDate: true });
const anyBackups = fc
  .uniqueArray(moments, { selector: (at) => at.getTime(), maxLength: 120 })
  .map((all) => all.map((madeAt): KeptBackup => ({ id: madeAt.toISOString(), madeAt })));

const months = (ids: readonly string[]) => [...new Set(ids.map((id) => id.slice(0, 7)))].sort().slice(-12);

describe('which backups are kept', () => {
  it('keeps all of the first week', () => {
    expect(chooseBackupsToRemove(daily('2026-03-02', 7))).toEqual([]);
  });

  it('keeps seven days, four weeks and twelve months of two years of daily backups', () => {
    const kept = keptOf(daily('2025-01-01', 730));
    expect(kept.slice(-7)).toEqual(daily('2026-12-25', 7).map(({ id }) => id));
    // Sundays of the three weeks before, which the days don't hold already, and the last day of eleven months.
    expect(kept).toContain('2026-12-20');
    expect(kept).toContain('2026-12-13');
    expect(kept).not.toContain('2026-12-19');
    expect(kept.filter((id) => id < '2026-12-01')).toEqual([
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
      '2026-05-31',
      '2026-06-30',
      '2026-07-31',
      '2026-08-31',
      '2026-09-30',
      '2026-10-31',
      '2026-11-30',
    ]);
  });

  it('never removes the newest', () => {
    fc.assert(
      fc.property(anyBackups, (backups) => {
        const newest = [...backups].sort((a, b) => b.madeAt.getTime() - a.madeAt.getTime())[0];
        return newest === undefined || keptOf(backups).includes(newest.id);
      }),
    );
  });

  it('keeps the newest of every month up to twelve, and never more than 23 in all', () => {
    fc.assert(
      fc.property(anyBackups, (backups) => {
        const kept = keptOf(backups);
        expect(months(kept)).toEqual(months(backups.map(({ id }) => id)));
        expect(kept.length).toBeLessThanOrEqual(23);
      }),
    );
  });

  it('removes nothing more when asked again', () => {
    fc.assert(
      fc.property(anyBackups, (backups) => {
        const removed = new Set(chooseBackupsToRemove(backups));
        expect(chooseBackupsToRemove(backups.filter(({ id }) => !removed.has(id)))).toEqual([]);
      }),
    );
  });

  it('does not depend on the order in which they are named', () => {
    fc.assert(
      fc.property(anyBackups, (backups) => {
        expect(chooseBackupsToRemove([...backups].reverse())).toEqual(chooseBackupsToRemove(backups));
      }),
    );
  });
});
