import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { valuesOperations } from '#contract/values/index.ts';
import { inScope } from '#database/connection.ts';
import { deleteCoverage } from '#database/values/series-store.ts';
import { listCoverageOf } from '#database/values/question-views.ts';
import { refuse } from '#domain/values/refusals.ts';
import type { Context } from '../context.ts';
import { openSeries, recordSeries } from './series-deed.ts';

type Operation = typeof valuesOperations.withdrawCoverage;

/** Takes a declaration back: what is absent there is again not reported. */
export async function withdrawCoverage(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const series = await openSeries(tx, context, { id: input.series });
    const declared = (await listCoverageOf(tx, series.id)).find(({ id }) => id === input.coverage);
    if (!declared || !(await deleteCoverage(tx, series.id, input.coverage)))
      throw refuse('values.coverage-not-found');
    const before = { territory_id: declared.low, from_period: declared.from, to_period: declared.to };
    await recordSeries(tx, context, series, { operation: 'withdrawCoverage', before, after: null });
    return { done: true };
  });
}
