import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { valuesOperations } from '#contract/values/index.ts';
import { findAccountNames } from '#database/agreements/author-views.ts';
import { inScope } from '#database/connection.ts';
import { findCell, findCrossing, listFormer, listShares } from '#database/values/correction-views.ts';
import { findBatches } from '#database/values/series-views.ts';
import { spanOfPeriod } from '#domain/values/entered-value.ts';
import { mayEnterValues, seesFigures } from '#domain/values/permissions.ts';
import { refuse } from '#domain/values/refusals.ts';
import { getPlace } from '../actors/look-up.ts';
import type { Context, Transaction } from '../context.ts';
import { saidOf } from './list-corrections.ts';
import { isProtectedSeries } from './protected-series.ts';
import { getSeriesRow } from './series-deed.ts';
import { showBatch } from './show-series.ts';

type Operation = typeof valuesOperations.getCellHistory;

/** Everything that one figure has been, with what came with it. */
export async function getCellHistory(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { actor, database } = context;
  const span = spanOfPeriod(input.period);
  if (!span) throw refuse('values.not-a-period', { field: 'period', values: { text: input.period } });
  const { place, series } = await inScope(database, actor.scope, async (tx) => ({
    series: await getSeriesRow(tx, input.series),
    place: await getPlace(tx, input.territory),
  }));
  const isKeeper = seesFigures(actor, place.id);
  const isHidden = isProtectedSeries(series) && !isKeeper;
  return database.owner.transaction().execute(async (tx) => {
    const disaggregationId = await findCrossing(tx, input.crossing);
    const cell = {
      seriesId: series.id,
      territoryId: place.id,
      period: span.period.start,
      disaggregationId: disaggregationId ?? -1,
    };
    const [current, former, shares] = [
      await findCell(tx, cell),
      await listFormer(tx, cell),
      await listShares(tx, cell),
    ];
    const batchOf = await batchesFor(tx, isKeeper, [current, ...former]);
    return {
      current: current
        ? { ...saidOf(current.value, current.state, isHidden), batch: batchOf(current.batchId) }
        : { value: null, state: 'not-reported' as const, batch: null },
      former: former.map((one) => ({
        ...saidOf(one.value, one.state, isHidden),
        batch: batchOf(one.batchId),
        until: one.until.toISOString(),
      })),
      shares: shares.map(({ id, name, share }) => ({ organisation: { id, name }, share: Number(share) })),
      abilities: mayEnterValues(actor, place.id) ? ['review-figures'] : [],
    };
  });
}

async function batchesFor(
  tx: Transaction,
  isKeeper: boolean,
  cells: readonly ({ readonly batchId: string } | undefined)[],
) {
  const ids = cells.flatMap((cell) => (cell ? [cell.batchId] : []));
  const batches = await findBatches(tx, ids);
  const people = isKeeper
    ? await findAccountNames(
        tx,
        [...batches.values()].map((one) => one.accountId),
      )
    : new Map<string, string>();
  return (id: string) => {
    const batch = batches.get(id);
    return batch ? showBatch(batch, people.get(batch.accountId ?? '') ?? null) : null;
  };
}
