import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { strategyOperations } from '#contract/strategy/index.ts';
import { inScope } from '#database/connection.ts';
import { listStrategyRows } from '#database/strategy/strategy-views.ts';
import { maySomewhere } from '#domain/access/permissions.ts';
import type { Context } from '../context.ts';
import { knowStrategies, lookUpForStrategies, showStrategy } from './show-strategies.ts';

type Operation = typeof strategyOperations.listStrategies;

export async function listStrategies(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const known = await knowStrategies(tx, context, await listStrategyRows(tx, input.country ?? null));
    const names = await lookUpForStrategies(tx, context, known);
    return {
      items: known.map((one) => showStrategy(one, names)),
      abilities: maySomewhere(context.actor, 'edit-strategy') ? ['edit-strategy'] : [],
    };
  });
}
