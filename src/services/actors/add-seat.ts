import type { actorsOperations } from '#contract/actors/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { findOrganisation } from '#database/actors/organisation-views.ts';
import { insertSeat } from '#database/actors/structure-store.ts';
import { inScope } from '#database/connection.ts';
import { refuseUnlessActive } from '#domain/actors/deletion.ts';
import { refuse } from '#domain/actors/refusals.ts';
import type { Context, Transaction } from '../context.ts';
import { newId } from '../new-id.ts';
import { openStructure, recordStructure } from './structure-deed.ts';

type Operation = typeof actorsOperations.addSeat;

export async function addSeat(context: Context, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const structure = await openStructure(tx, context, { id: input.structureId });
    refuseUnlessActive(structure.standing);
    const columns = await seatColumns(tx, input.body);
    const id = newId();
    await insertSeat(tx, {
      id,
      structure_id: structure.id,
      territory_id: structure.territory_id,
      ...columns,
    });
    const after = { ...input.body, structureId: structure.id };
    await recordStructure(tx, context, 'addSeat', structure, { kind: 'seat', id, before: null, after });
    return { id };
  });
}

/** What was written of a seat, as the table holds it; its organisation has to exist. */
export async function seatColumns(tx: Transaction, body: InputOf<Operation>['body']) {
  if (body.organisationId !== null && !(await findOrganisation(tx, body.organisationId))) {
    throw refuse('actors.organisation-not-found', { field: 'organisationId' });
  }
  return {
    name: body.name,
    role: body.role,
    has_vote: body.hasVote,
    position: body.position,
    organisation_id: body.organisationId,
  };
}
