import type { indicatorsOperations } from '#contract/indicators/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { deleteIndicatorRow } from '#database/indicators/indicator-store.ts';
import { countUses } from '#database/indicators/use-views.ts';
import { removeSearchEntry } from '#database/operations/search-store.ts';
import { refuseDeletion } from '#domain/indicators/indicator-standing.ts';
import type { Context } from '../context.ts';
import { openIndicator, recordIndicator, staleIndicator } from './indicator-deed.ts';

type Operation = typeof indicatorsOperations.deleteIndicator;

export async function deleteIndicator(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const before = await openIndicator(tx, context, input);
    refuseDeletion(await countUses(tx, before.id));
    await removeSearchEntry(tx, 'indicator', before.code);
    if (!(await deleteIndicatorRow(tx, before))) throw staleIndicator(before);
    await recordIndicator(tx, context, 'deleteIndicator', { before, after: null });
    return { done: true };
  });
}
