import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { strategyOperations } from '#contract/strategy/index.ts';
import { inScope } from '#database/connection.ts';
import { insertStrategy, insertVersion } from '#database/strategy/strategy-store.ts';
import { findStrategy, findVersion, listStrategyRows } from '#database/strategy/strategy-views.ts';
import { likenessKey } from '#domain/actors/duplicates.ts';
import { permitEditStrategy } from '#domain/strategy/permissions.ts';
import { refuse } from '#domain/strategy/refusals.ts';
import type { Context } from '../context.ts';
import { getPlace } from '../actors/look-up.ts';
import { newId } from '../new-id.ts';
import { todayOf } from '../today.ts';
import { readStrategyBody, recordStrategy } from './strategy-body.ts';
import { keepVersionAct } from './strategy-deed.ts';

type Operation = typeof strategyOperations.createStrategy;

/** Registers a strategy with an empty first version. */
export async function createStrategy(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const { id: territoryId, country } = await getPlace(tx, input.body.territory);
    permitEditStrategy(context.actor, territoryId);
    const today = await todayOf(tx, context, territoryId);
    const fields = await readStrategyBody(tx, input.body, { country, today });
    const there = await listStrategyRows(tx, country);
    if (there.some(({ title }) => likenessKey(title) === likenessKey(fields.title)))
      throw refuse('strategy.looks-alike', { field: 'title' });
    const id = newId();
    const versionId = newId();
    await insertStrategy(tx, { ...fields, id, country, territoryId, origin: 'person' });
    await insertVersion(tx, { id: versionId, strategyId: id, territoryId, number: 1, basedOnId: null });
    const version = await findVersion(tx, versionId);
    const strategy = await findStrategy(tx, id);
    if (!version || !strategy) throw refuse('strategy.not-found');
    await keepVersionAct(tx, context, version, { act: 'started', on: today });
    await recordStrategy(tx, context, 'createStrategy', { before: null, after: strategy });
    return { id, version: 1, versionId };
  });
}
