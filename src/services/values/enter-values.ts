import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { valuesOperations } from '#contract/values/index.ts';
import { findPlacesAbove } from '#database/actors/place-views.ts';
import { inScope } from '#database/connection.ts';
import type { FullSeries } from '#database/values/series-views.ts';
import { enterBatch, type EnteredBatch, type GivenValue } from '#database/values/value-store.ts';
import { refusePersonalText } from '#domain/actors/personal-text.ts';
import { permitEnterValues } from '#domain/values/permissions.ts';
import { refuse } from '#domain/values/refusals.ts';
import type { Context, Transaction } from '../context.ts';
import { todayOf } from '../today.ts';
import { readEntries } from './read-entries.ts';
import { getSeriesRow, recordSeries } from './series-deed.ts';

type Operation = typeof valuesOperations.enterValues;

/** Enters or corrects single figures, all or none. What stood before is kept by the database itself. */
export async function enterValues(context: Context, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  const { body } = input;
  refusePersonalText({ reason: body.reason }, body.confirmText);
  return inScope(context.database, context.actor.scope, async (tx) => {
    const series = await getSeriesRow(tx, input.series);
    if (series.standing === 'retired') throw refuse('values.series-retired');
    const today = await todayOf(tx, context, series.territoryId);
    const values = await readEntries(tx, series, { entries: body.values, today });
    const territoryId = await placeOfAll(tx, series, values);
    permitEnterValues(context.actor, territoryId);
    const batch: EnteredBatch = {
      kind: 'entry',
      country: series.country,
      territoryId,
      organisationId: null,
      cutoffOn: body.cutoffOn,
      status: body.status,
      reason: body.reason,
      accountId: context.actor.kind === 'account' ? context.actor.accountId : null,
    };
    const { batchId, written } = await enterBatch(tx, batch, values);
    await recordSeries(tx, context, series, {
      operation: 'enterValues',
      before: null,
      after: { batch: batchId, values: written, status: body.status, reason: body.reason },
      freeText: ['reason'],
    });
    return { batchId, written, same: values.length - written };
  });
}

/** The narrowest territory that holds all of these figures: there whoever enters them must be allowed to. */
async function placeOfAll(
  tx: Transaction,
  series: FullSeries,
  values: readonly GivenValue[],
): Promise<number> {
  const ids = values.map(({ territoryId }) => territoryId);
  const [first = series.territoryId] = ids;
  const above = await findPlacesAbove(tx, first);
  const holdsAll = (one: { readonly id: number; readonly lastId: number }) =>
    ids.every((id) => one.id <= id && id <= one.lastId);
  if (ids.every((id) => id === first)) return first;
  return above.find(holdsAll)?.id ?? series.territoryId;
}
