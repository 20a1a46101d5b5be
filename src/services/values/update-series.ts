import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { valuesOperations } from '#contract/values/index.ts';
import { inScope } from '#database/connection.ts';
import { updateSeriesRow } from '#database/values/series-store.ts';
import type { FullSeries } from '#database/values/series-views.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import type { Context } from '../context.ts';
import { openSeries, recordSeries } from './series-deed.ts';

type Operation = typeof valuesOperations.updateSeries;

/** Says anew what a series is called, whom it is for and which comes first. What it tells, and how finely, never changes. */
export async function updateSeries(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { body, version } = input;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const series = await openSeries(tx, context, { id: input.series, version });
    const change = {
      title: body.title,
      title_en: body.titleEn,
      counting_unit: body.countingUnit,
      rank: body.rank,
      audience: body.audience,
      is_published: body.isPublished,
      note: body.note,
    };
    if (!(await updateSeriesRow(tx, { id: series.id, version }, change)))
      throw refuseShared('shared.stale', { current: series });
    const done = { operation: 'updateSeries', before: said(series), after: change };
    await recordSeries(tx, context, series, done);
    return { id: String(series.id), version: version + 1 };
  });
}

const said = (series: FullSeries) => ({
  title: series.title,
  title_en: series.titleEn,
  counting_unit: series.countingUnit,
  rank: series.rank,
  audience: series.audience,
  is_published: series.isPublished,
  note: series.note,
});
