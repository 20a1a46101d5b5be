import type { BatchRow, FullSeries, Freshness } from '#database/values/series-views.ts';
import type { LookUp } from '../actors/look-up.ts';
import type { Context } from '../context.ts';
import { showSeries } from './show-figures.ts';

/** A series as a line of a list. */
export function showSeriesLine(
  row: FullSeries,
  given: {
    readonly names: Pick<LookUp, 'place'>;
    readonly fresh: ReadonlyMap<number, Freshness>;
    readonly language: Context['language'];
  },
) {
  const { fresh, language, names } = given;
  const freshness = fresh.get(row.id);
  return {
    ...showSeries(row, language),
    indicator: {
      code: row.indicatorCode,
      title: language === 'en' ? (row.indicatorTitleEn ?? row.indicatorTitle) : row.indicatorTitle,
    },
    territory: names.place(row.territoryId),
    standing: row.standing as 'current',
    cutoffOn: freshness?.cutoffOn ?? null,
    isProvisional: freshness?.isProvisional ?? false,
    writtenAt: freshness?.writtenAt.toISOString() ?? null,
  };
}

/** What came together; who brought it only where the reader keeps figures. */
export function showBatch(row: BatchRow, by: string | null) {
  return {
    number: row.id,
    kind: row.kind as 'entry',
    cutoffOn: row.cutoffOn,
    status: row.status as 'final',
    reason: row.reason,
    madeAt: row.madeAt.toISOString(),
    by,
    revokedAt: row.revokedAt?.toISOString() ?? null,
    crosswalks: row.crosswalks,
  };
}
