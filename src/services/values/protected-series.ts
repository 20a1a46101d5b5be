import type { FullSeries } from '#database/values/series-views.ts';
import { isCountOfPeople } from '#domain/values/protection.ts';

/** Whether small numbers of a series are protected: people or incidents, not officially public just as they are told. */
export function isProtectedSeries(
  series: Pick<FullSeries, 'composition' | 'countsPeople' | 'isPublished'>,
): boolean {
  return !series.isPublished && isCountOfPeople(series.composition, series.countsPeople);
}
