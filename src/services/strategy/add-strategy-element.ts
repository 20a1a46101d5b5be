import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { strategyOperations } from '#contract/strategy/index.ts';
import { inScope } from '#database/connection.ts';
import { insertElements, insertThread } from '#database/strategy/element-store.ts';
import { findElement, findElements } from '#database/strategy/element-views.ts';
import { placeUnder, refuseCodeTwice } from '#domain/strategy/tree.ts';
import type { Context } from '../context.ts';
import { newId } from '../new-id.ts';
import { readElementBody, recordElement } from './element-body.ts';
import { openVersion } from './strategy-deed.ts';

type Operation = typeof strategyOperations.addStrategyElement;

export async function addStrategyElement(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { parentId } = input.body;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const { strategy, version } = await openVersion(tx, context, { id: input.versionId, act: 'written' });
    const elements = await findElements(tx, [version.id]);
    const place = placeUnder(elements, parentId, strategy.levels);
    const fields = await readElementBody(tx, input.body, strategy);
    refuseCodeTwice(elements, { id: null, parentId, code: fields.code });
    const id = newId();
    const threadId = newId();
    const at = { strategyId: strategy.id, territoryId: strategy.territoryId };
    const siblings = elements.filter((element) => element.parentId === parentId);
    const position = Math.max(-1, ...siblings.map((sibling) => sibling.position)) + 1;
    await insertThread(tx, { ...at, id: threadId });
    const element = { ...fields, ...place, id, threadId, parentId, position };
    await insertElements(tx, { ...at, versionId: version.id }, [element], newId);
    const after = await findElement(tx, id);
    await recordElement(tx, context, 'addStrategyElement', { before: null, after: after ?? null });
    return { id, version: 1, threadId };
  });
}
