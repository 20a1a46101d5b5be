import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { planningOperations } from '#contract/planning/index.ts';
import { inScope } from '#database/connection.ts';
import type { Context } from '../context.ts';
import { closeEntry } from './entry-deed.ts';

type Operation = typeof planningOperations.endInventoryEntry;

/** An entry that has come to its end stays in the list of those that ended. */
export async function endInventoryEntry(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, (tx) =>
    closeEntry(tx, context, input, { operation: 'endInventoryEntry', act: 'end' }),
  );
}
