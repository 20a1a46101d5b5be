import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { strategyOperations } from '#contract/strategy/index.ts';
import { inScope } from '#database/connection.ts';
import { deleteElementRow } from '#database/strategy/element-store.ts';
import type { Context } from '../context.ts';
import { recordElement } from './element-body.ts';
import { openElement, stale } from './strategy-deed.ts';

type Operation = typeof strategyOperations.removeStrategyElement;

/** Removes an element of a draft with all under it. Its thread stays: an earlier version may speak of it. */
export async function removeStrategyElement(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const { element } = await openElement(tx, context, { id: input.elementId, version: input.version });
    if (!(await deleteElementRow(tx, element))) throw stale(element);
    await recordElement(tx, context, 'removeStrategyElement', { before: element, after: null });
    return { done: true };
  });
}
