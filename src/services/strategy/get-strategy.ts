import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { strategyOperations } from '#contract/strategy/index.ts';
import { inScope } from '#database/connection.ts';
import { findStrategy, findStrategyActs } from '#database/strategy/strategy-views.ts';
import { mayEditStrategy } from '#domain/strategy/permissions.ts';
import { refuse } from '#domain/strategy/refusals.ts';
import type { Context } from '../context.ts';
import { knowStrategies, lookUpForStrategies, showStrategy, showVersion } from './show-strategies.ts';

type Operation = typeof strategyOperations.getStrategy;

export async function getStrategy(context: Context, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const strategy = await findStrategy(tx, input.strategyId);
    const [known] = strategy ? await knowStrategies(tx, context, [strategy]) : [];
    if (!strategy || !known) throw refuse('strategy.not-found');
    const names = await lookUpForStrategies(tx, context, [known]);
    const acts = await findStrategyActs(tx, strategy.id);
    return {
      ...showStrategy(known, names),
      levels: [...strategy.levels],
      source: names.source(strategy.sourceId),
      note: strategy.note,
      versions: known.versions.map((version) => showVersion(version, known.current)),
      acts: acts.map((act) => ({
        act: act.act,
        on: act.on_date,
        at: act.done_at.toISOString(),
        reason: act.reason,
        number: known.versions.find(({ id }) => id === act.version_id)?.number ?? null,
      })),
      abilities: mayEditStrategy(context.actor, strategy.territoryId) ? ['edit-strategy'] : [],
      version: strategy.version,
    };
  });
}
