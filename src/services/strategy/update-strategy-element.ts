import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { strategyOperations } from '#contract/strategy/index.ts';
import { inScope } from '#database/connection.ts';
import { updateElementRow } from '#database/strategy/element-store.ts';
import { findElement } from '#database/strategy/element-views.ts';
import { changedFieldsOf } from '#domain/strategy/element.ts';
import { refuse } from '#domain/strategy/refusals.ts';
import { refuseCodeTwice } from '#domain/strategy/tree.ts';
import type { Context } from '../context.ts';
import { newId } from '../new-id.ts';
import { readElementBody, recordElement } from './element-body.ts';
import { openElement, stale } from './strategy-deed.ts';

type Operation = typeof strategyOperations.updateStrategyElement;

/** Changes what an element of a draft says. Saving what it says already changes nothing and leaves no trace. */
export async function updateStrategyElement(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const at = { id: input.elementId, version: input.version };
    const { strategy, element, elements } = await openElement(tx, context, at);
    const fields = await readElementBody(tx, input.body, strategy);
    refuseCodeTwice(elements, { id: element.id, parentId: element.parentId, code: fields.code });
    if (changedFieldsOf(element, fields).length === 0) return { id: element.id, version: element.version };
    if (!(await updateElementRow(tx, element, fields, newId))) throw stale(element);
    const after = await findElement(tx, element.id);
    if (!after) throw refuse('strategy.element-not-found');
    await recordElement(tx, context, 'updateStrategyElement', { before: element, after });
    return { id: after.id, version: after.version };
  });
}
