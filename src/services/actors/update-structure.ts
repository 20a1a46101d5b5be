import type { actorsOperations } from '#contract/actors/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { updateStructureRow } from '#database/actors/structure-store.ts';
import { inScope } from '#database/connection.ts';
import { refuseUnlessActive } from '#domain/actors/deletion.ts';
import type { Context } from '../context.ts';
import { refuseWrongStructure, structureColumns } from './create-structure.ts';
import { stale } from './organisation-deed.ts';
import { closeStructure, openStructure } from './structure-deed.ts';

type Operation = typeof actorsOperations.updateStructure;

export async function updateStructure(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const at = { id: input.structureId, version: input.version };
    const row = await openStructure(tx, context, at);
    refuseUnlessActive(row.standing);
    await refuseWrongStructure(tx, input.body);
    if (!(await updateStructureRow(tx, at, structureColumns(input.body)))) throw stale(row);
    return closeStructure(tx, context, 'updateStructure', row.id, row);
  });
}
