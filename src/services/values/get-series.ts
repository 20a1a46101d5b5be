import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { valuesOperations } from '#contract/values/index.ts';
import { findAccountNames } from '#database/agreements/author-views.ts';
import { inScope } from '#database/connection.ts';
import { listCoverageOf } from '#database/values/question-views.ts';
import { findFreshness, listBatchesOf } from '#database/values/series-views.ts';
import { mayEditSeries, mayEnterValues, seesFigures } from '#domain/values/permissions.ts';
import { lookUp } from '../actors/look-up.ts';
import type { Context } from '../context.ts';
import { getSeriesRow } from './series-deed.ts';
import { showBatch, showSeriesLine } from './show-series.ts';

type Operation = typeof valuesOperations.getSeries;

export async function getSeries(context: Context, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  const { actor, language } = context;
  return inScope(context.database, actor.scope, async (tx) => {
    const series = await getSeriesRow(tx, input.series);
    const coverage = await listCoverageOf(tx, series.id);
    const names = await lookUp(tx, context, {
      territories: [series.territoryId, ...coverage.map((one) => one.low)],
    });
    const isKeeper = seesFigures(actor, series.territoryId);
    const batches = isKeeper ? await listBatchesOf(tx, series.id, 50) : [];
    const people = await findAccountNames(
      tx,
      batches.map((one) => one.accountId),
    );
    const fresh = await findFreshness(tx, [series.id]);
    return {
      ...showSeriesLine(series, { names, fresh, language }),
      version: series.version,
      titleEn: series.titleEn,
      coverage: coverage.map(({ from, id, low, note, to }) => ({
        id,
        territory: names.place(low),
        from,
        to,
        note,
      })),
      batches: batches.map((one) =>
        showBatch(one, one.accountId === null ? null : (people.get(one.accountId) ?? null)),
      ),
      abilities: [
        ...(mayEditSeries(actor, series) ? ['edit-indicator'] : []),
        ...(mayEnterValues(actor, series.territoryId) ? ['review-figures'] : []),
      ],
    };
  });
}
