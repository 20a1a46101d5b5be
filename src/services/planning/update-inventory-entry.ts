import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { planningOperations } from '#contract/planning/index.ts';
import { inScope } from '#database/connection.ts';
import { changedInEntry, refuseClosedEntry } from '#domain/planning/inventory.ts';
import { permitEditEntry } from '#domain/planning/permissions.ts';
import type { Context } from '../context.ts';
import { changeEntry, openEntry, readEntryBody, refuseStale } from './entry-deed.ts';

type Operation = typeof planningOperations.updateInventoryEntry;

/** Corrects an entry. Saving what it says already changes nothing and leaves no trace. */
export async function updateInventoryEntry(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const entry = await openEntry(tx, input);
    permitEditEntry(context.actor, entry);
    refuseStale(entry, input.version);
    refuseClosedEntry(entry.standing, 'edit');
    const { country: _country, ...fields } = await readEntryBody(tx, context, input.body);
    if (changedInEntry(entry, fields).length === 0) return { id: entry.id, version: entry.version };
    return changeEntry(tx, context, entry, { operation: 'updateInventoryEntry', change: { fields } });
  });
}
