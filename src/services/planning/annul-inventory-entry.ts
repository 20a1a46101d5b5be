import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { planningOperations } from '#contract/planning/index.ts';
import { inScope } from '#database/connection.ts';
import type { Context } from '../context.ts';
import { closeEntry } from './entry-deed.ts';

type Operation = typeof planningOperations.annulInventoryEntry;

/** A wrong entry leaves the list; who keeps the inventory still reads it. */
export async function annulInventoryEntry(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, (tx) =>
    closeEntry(tx, context, input, { operation: 'annulInventoryEntry', act: 'annul' }),
  );
}
