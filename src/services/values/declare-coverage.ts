import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { valuesOperations } from '#contract/values/index.ts';
import { inScope } from '#database/connection.ts';
import { insertCoverage } from '#database/values/series-store.ts';
import { spanOfPeriod } from '#domain/values/entered-value.ts';
import { refuse } from '#domain/values/refusals.ts';
import { getPlace } from '../actors/look-up.ts';
import type { Context } from '../context.ts';
import { newId } from '../new-id.ts';
import { openSeries, recordSeries } from './series-deed.ts';

type Operation = typeof valuesOperations.declareCoverage;

/** Declares where and when the source told everything. It changes what silence means there, so it is written in the trail. */
export async function declareCoverage(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { body } = input;
  const [first, last] = [spanOfPeriod(body.from), spanOfPeriod(body.to)];
  if (!first) throw refuse('values.not-a-period', { field: 'from', values: { text: body.from } });
  if (!last || last.end < first.period.start)
    throw refuse('values.not-a-period', { field: 'to', values: { text: body.to } });
  return inScope(context.database, context.actor.scope, async (tx) => {
    const series = await openSeries(tx, context, { id: input.series });
    const place = await getPlace(tx, body.territory);
    if (place.id < series.low || place.lastId > series.high)
      throw refuse('values.outside-series', { field: 'territory' });
    const id = newId();
    const declared = {
      territory_id: place.id,
      from_period: first.period.start,
      to_period: last.end,
      note: body.note,
    };
    await insertCoverage(tx, { id, series_id: series.id, ...declared });
    const done = { operation: 'declareCoverage', before: null, after: declared, freeText: ['note'] };
    await recordSeries(tx, context, series, done);
    return { id };
  });
}
