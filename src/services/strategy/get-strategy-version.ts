import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { strategyOperations } from '#contract/strategy/index.ts';
import { inScope } from '#database/connection.ts';
import { findElements } from '#database/strategy/element-views.ts';
import { findStrategy, findVersion } from '#database/strategy/strategy-views.ts';
import { mayEditStrategy } from '#domain/strategy/permissions.ts';
import { refuse } from '#domain/strategy/refusals.ts';
import { inReadingOrder } from '#domain/strategy/tree.ts';
import { possibleActs } from '#domain/strategy/version-standing.ts';
import type { Context } from '../context.ts';
import {
  knowStrategies,
  lookUpForStrategies,
  showElement,
  showStrategy,
  showVersion,
} from './show-strategies.ts';

type Operation = typeof strategyOperations.getStrategyVersion;

export async function getStrategyVersion(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const version = await findVersion(tx, input.versionId);
    const strategy = version && (await findStrategy(tx, version.strategyId));
    const [known] = strategy ? await knowStrategies(tx, context, [strategy]) : [];
    if (!version || !strategy || !known) throw refuse('strategy.version-not-found');
    const elements = inReadingOrder(await findElements(tx, [version.id]));
    const names = await lookUpForStrategies(tx, context, [known], elements);
    const mayEdit = mayEditStrategy(context.actor, strategy.territoryId);
    return {
      ...showVersion(version, known.current),
      strategy: {
        ...showStrategy(known, names),
        levels: [...strategy.levels],
        source: names.source(strategy.sourceId),
      },
      elements: elements.map((element) => showElement(element, names)),
      possible: possibleActs(version.standing),
      abilities: mayEdit ? ['edit-strategy'] : [],
    };
  });
}
