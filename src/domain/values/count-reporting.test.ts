import { describe, expect, it } from 'vitest';
import { countReporting, isPartial, reportKey, type ReportingFrame } from './count-reporting.ts';
import type { Area } from './fill-cells.ts';

const area = (id: number, validTo: string | null = null): Area => ({
  id,
  lastId: id,
  parentId: 1,
  validFrom: null,
  validTo,
});
const country = { id: 1, lastId: 99 };
const frame = (given: Partial<ReportingFrame>): ReportingFrame => ({
  period: 'quarter',
  seriesPeriod: 'month',
  coverage: [],
  parts: [area(10), area(20), area(30)],
  told: new Set(),
  today: '2024-06-15',
  ...given,
});
const told = (...keys: readonly (readonly [number, string])[]) =>
  new Set(keys.map(([id, start]) => reportKey(id, start)));

describe('how many reported', () => {
  it('counts territories and their reports, of those that were due', () => {
    const found = countReporting(
      country,
      '2024-01-01',
      frame({ told: told([10, '2024-01-01'], [10, '2024-02-01'], [10, '2024-03-01'], [20, '2024-02-01']) }),
    );
    expect(found).toEqual({ territories: 2, territoriesOf: 3, reports: 4, reportsOf: 9 });
    expect(isPartial(found)).toBe(true);
  });

  it('takes silence for a report where the source declares that it told everything', () => {
    const coverage = [{ low: 1, high: 99, from: '2024-01-01', to: '2024-03-01' }];
    const found = countReporting(country, '2024-01-01', frame({ coverage }));
    expect(found).toEqual({ territories: 3, territoriesOf: 3, reports: 9, reportsOf: 9 });
    expect(isPartial(found)).toBe(false);
  });

  it('expects nothing of a month that has not ended, nor of a territory that is no more', () => {
    const found = countReporting(
      country,
      '2024-04-01',
      frame({ parts: [area(10), area(20, '2024-03-01')], told: told([10, '2024-04-01']) }),
    );
    expect(found).toEqual({ territories: 1, territoriesOf: 1, reports: 1, reportsOf: 2 });
    expect(countReporting(country, '2024-07-01', frame({}))).toBeNull();
  });
});
