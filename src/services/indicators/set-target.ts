import type { indicatorsOperations } from '#contract/indicators/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { listDimensionRows } from '#database/indicators/dimension-views.ts';
import { insertTarget } from '#database/indicators/target-store.ts';
import { findTarget } from '#database/indicators/target-views.ts';
import { permitSetTarget } from '#domain/indicators/permissions.ts';
import { refuse } from '#domain/indicators/refusals.ts';
import { refuseTarget } from '#domain/indicators/target.ts';
import { getPlace } from '../actors/look-up.ts';
import type { Context, Transaction } from '../context.ts';
import { newId } from '../new-id.ts';
import { accountOf } from './account-of.ts';
import { getIndicatorRow } from './indicator-deed.ts';
import { recordTarget } from './target-deed.ts';

type Operation = typeof indicatorsOperations.setTarget;

export async function setTarget(context: Context, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  const { territory, ...fields } = input.body;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const place = await getPlace(tx, territory);
    permitSetTarget(context.actor, place.id);
    const indicator = await getIndicatorRow(tx, input.code);
    if (indicator.standing === 'retired') throw refuse('indicators.not-as-it-stands');
    refuseTarget(fields, indicator);
    await refuseUnknownCategories(tx, fields.group);
    const id = newId();
    const at = { id, indicatorId: indicator.id, territoryId: place.id, accountId: accountOf(context) };
    if (!(await insertTarget(tx, { ...at, fields })))
      throw refuse('indicators.target-taken', { field: 'year' });
    const after = await findTarget(tx, id);
    if (!after) throw refuse('indicators.target-not-found');
    await recordTarget(tx, context, 'setTarget', { before: null, after });
    return { id, version: after.version };
  });
}

async function refuseUnknownCategories(
  tx: Transaction,
  group: Readonly<Record<string, string>>,
): Promise<void> {
  if (Object.keys(group).length === 0) return;
  const dimensions = await listDimensionRows(tx);
  for (const [dimension, category] of Object.entries(group)) {
    const known = dimensions.find(({ code }) => code === dimension)?.categories ?? [];
    if (!known.some(({ code }) => code === category))
      throw refuse('indicators.category-not-found', { field: 'group' });
  }
}
