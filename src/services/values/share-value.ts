import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { valuesOperations } from '#contract/values/index.ts';
import { findOrganisationNames } from '#database/actors/organisation-views.ts';
import { inScope } from '#database/connection.ts';
import { replaceShares } from '#database/values/series-store.ts';
import { refuse as refuseActors } from '#domain/actors/refusals.ts';
import { isShareable } from '#domain/values/entered-value.ts';
import { permitEnterValues } from '#domain/values/permissions.ts';
import { refuse } from '#domain/values/refusals.ts';
import type { Context } from '../context.ts';
import { todayOf } from '../today.ts';
import { readEntries } from './read-entries.ts';
import { getSeriesRow, recordSeries } from './series-deed.ts';

type Operation = typeof valuesOperations.shareValue;

/** Says how those who paid for a result share it. The result counts once, whatever is said here. */
export async function shareValue(context: Context, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  const { shares, ...at } = input.body;
  if (!isShareable(shares)) throw refuse('values.shares-too-many', { field: 'shares' });
  return inScope(context.database, context.actor.scope, async (tx) => {
    const series = await getSeriesRow(tx, input.series);
    const today = await todayOf(tx, context, series.territoryId);
    const [cell] = await readEntries(tx, series, {
      entries: [{ ...at, state: 'unknown', value: null }],
      today,
    });
    if (!cell) throw new Error('an entry was not read');
    permitEnterValues(context.actor, cell.territoryId);
    const ids = shares.map(({ organisationId }) => organisationId);
    const known = await findOrganisationNames(tx, ids);
    if (ids.some((id) => !known.has(id)))
      throw refuseActors('actors.organisation-not-found', { field: 'shares' });
    await replaceShares(tx, cell, shares);
    const after = { ...at, shares };
    await recordSeries(tx, context, series, { operation: 'shareValue', before: null, after });
    return { done: true };
  });
}
