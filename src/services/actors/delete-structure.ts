import type { actorsOperations } from '#contract/actors/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { deleteStructureRow } from '#database/actors/structure-store.ts';
import { countStructureConsequences } from '#database/actors/structure-views.ts';
import { inScope } from '#database/connection.ts';
import { removeSearchEntry } from '#database/operations/search-store.ts';
import { refuseDeletion } from '#domain/actors/deletion.ts';
import type { Context } from '../context.ts';
import { stale } from './organisation-deed.ts';
import { openStructure, recordStructure } from './structure-deed.ts';

type Operation = typeof actorsOperations.deleteStructure;

/** Deletes a structure on whose seats nobody ever sat; the empty seats go with it. */
export async function deleteStructure(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const row = await openStructure(tx, context, { id: input.structureId, version: input.version });
    refuseDeletion(await countStructureConsequences(tx, row.id));
    await removeSearchEntry(tx, 'structure', row.id);
    if (!(await deleteStructureRow(tx, row.id, row.version))) throw stale(row);
    const before = { name: row.name, kind: row.kind };
    await recordStructure(tx, context, 'deleteStructure', row, { before, after: null });
    return { done: true };
  });
}
