import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { strategyOperations } from '#contract/strategy/index.ts';
import { inScope } from '#database/connection.ts';
import { moveElementRow, orderElements } from '#database/strategy/element-store.ts';
import { findElement } from '#database/strategy/element-views.ts';
import { refuse } from '#domain/strategy/refusals.ts';
import { inReadingOrder, refuseMove } from '#domain/strategy/tree.ts';
import type { Context } from '../context.ts';
import { recordElement } from './element-body.ts';
import { openElement, stale } from './strategy-deed.ts';

type Operation = typeof strategyOperations.moveStrategyElement;

/** Moves an element; whatever stands under it goes with it. */
export async function moveStrategyElement(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { parentId, position } = input.body;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const at = { id: input.elementId, version: input.version };
    const { strategy, element, elements } = await openElement(tx, context, at);
    refuseMove(elements, element, parentId, strategy.levels);
    if (!(await moveElementRow(tx, element, parentId))) throw stale(element);
    const siblings = inReadingOrder(elements)
      .filter((one) => one.parentId === parentId && one.id !== element.id)
      .map(({ id }) => id);
    await orderElements(tx, siblings.toSpliced(position, 0, element.id));
    const after = await findElement(tx, element.id);
    if (!after) throw refuse('strategy.element-not-found');
    await recordElement(tx, context, 'moveStrategyElement', { before: element, after });
    return { id: after.id, version: after.version };
  });
}
