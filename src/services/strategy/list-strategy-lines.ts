import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { strategyOperations } from '#contract/strategy/index.ts';
import { inScope } from '#database/connection.ts';
import { findElements } from '#database/strategy/element-views.ts';
import { listStrategyRows } from '#database/strategy/strategy-views.ts';
import { fold } from '#domain/shared/fold.ts';
import { inReadingOrder, pathOf } from '#domain/strategy/tree.ts';
import type { Context } from '../context.ts';
import { knowStrategies } from './show-strategies.ts';

type Operation = typeof strategyOperations.listStrategyLines;

/** The lines of every strategy's version in force, in reading order; whatever is typed is looked for in their whole path. */
export async function listStrategyLines(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const known = await knowStrategies(tx, context, await listStrategyRows(tx, input.country ?? null));
    const inForce = known.flatMap(({ current }) => (current ? [current.id] : []));
    const elements = await findElements(tx, inForce);
    const words = fold(input.text ?? '')
      .split(' ')
      .filter(Boolean);
    const items = known.flatMap(({ strategy, current, today }) => {
      const own = inReadingOrder(elements.filter(({ versionId }) => versionId === current?.id));
      return own
        .filter(({ kind }) => kind === 'line')
        .map((line) => ({
          threadId: line.threadId,
          code: line.code,
          title: line.title,
          path: pathOf(own, line).map(({ title }) => title),
          strategyId: strategy.id,
          strategy: strategy.title,
          country: strategy.country,
          isPeriodOver: strategy.periodTo < today,
          isExampleStructure: current?.isExampleStructure ?? false,
        }))
        .filter((line) => {
          const text = fold([line.code, line.title, ...line.path].join(' '));
          return words.every((word) => text.includes(word));
        });
    });
    return { items: items.slice(0, input.limit) };
  });
}
