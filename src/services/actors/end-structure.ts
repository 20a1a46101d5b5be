import type { actorsOperations } from '#contract/actors/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { endTermsOfStructure, updateStructureRow } from '#database/actors/structure-store.ts';
import { inScope } from '#database/connection.ts';
import { refuseUnlessActive } from '#domain/actors/deletion.ts';
import { refuseReversed } from '#domain/actors/terms.ts';
import type { Context } from '../context.ts';
import { stale } from './organisation-deed.ts';
import { closeStructure, openStructure } from './structure-deed.ts';

type Operation = typeof actorsOperations.endStructure;

export async function endStructure(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { on, reason } = input.body;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const at = { id: input.structureId, version: input.version };
    const row = await openStructure(tx, context, at);
    refuseUnlessActive(row.standing);
    refuseReversed({ from: row.valid_from, to: on }, 'on');
    const ended = { standing: 'ended', standing_reason: reason, valid_to: on };
    if (!(await updateStructureRow(tx, at, ended))) throw stale(row);
    await endTermsOfStructure(tx, row.id, on);
    return closeStructure(tx, context, 'endStructure', row.id, row);
  });
}
