import type { actorsOperations } from '#contract/actors/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { updateStructureRow } from '#database/actors/structure-store.ts';
import { inScope } from '#database/connection.ts';
import { removeSearchEntry } from '#database/operations/search-store.ts';
import { refuseUnlessActive } from '#domain/actors/deletion.ts';
import type { Context } from '../context.ts';
import { stale } from './organisation-deed.ts';
import { closeStructure, openStructure } from './structure-deed.ts';

type Operation = typeof actorsOperations.annulStructure;

export async function annulStructure(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const at = { id: input.structureId, version: input.version };
    const row = await openStructure(tx, context, at);
    refuseUnlessActive(row.standing);
    const annulled = { standing: 'annulled', standing_reason: input.body.reason };
    if (!(await updateStructureRow(tx, at, annulled))) throw stale(row);
    const answer = await closeStructure(tx, context, 'annulStructure', row.id, row);
    await removeSearchEntry(tx, 'structure', row.id);
    return answer;
  });
}
