import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { valuesOperations } from '#contract/values/index.ts';
import { inScope } from '#database/connection.ts';
import { updateSeriesRow } from '#database/values/series-store.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import { refuse } from '#domain/values/refusals.ts';
import type { Context } from '../context.ts';
import { openSeries, recordSeries } from './series-deed.ts';

type Operation = typeof valuesOperations.retireSeries;

/** Takes a series out of use. Its figures stay where they are, and nothing is added to them. */
export async function retireSeries(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { body, version } = input;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const series = await openSeries(tx, context, { id: input.series, version });
    if (series.standing === 'retired') throw refuse('values.series-retired');
    if (!(await updateSeriesRow(tx, { id: series.id, version }, { standing: 'retired' })))
      throw refuseShared('shared.stale', { current: series });
    await recordSeries(tx, context, series, {
      operation: 'retireSeries',
      before: { standing: series.standing },
      after: { standing: 'retired', reason: body.reason },
      freeText: ['reason'],
    });
    return { id: String(series.id), version: version + 1 };
  });
}
