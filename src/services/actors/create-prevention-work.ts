import type { actorsOperations } from '#contract/actors/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { findOrganisation } from '#database/actors/organisation-views.ts';
import { findWork, insertWork } from '#database/actors/work-store.ts';
import { inScope } from '#database/connection.ts';
import { refuseUnlessActive } from '#domain/actors/deletion.ts';
import { permitDescribeWork } from '#domain/actors/permissions.ts';
import { refuse } from '#domain/actors/refusals.ts';
import type { Context } from '../context.ts';
import { newId } from '../new-id.ts';
import { getPlace } from './look-up.ts';
import { recordWork, workColumns } from './work-deed.ts';

type Operation = typeof actorsOperations.createPreventionWork;

export async function createPreventionWork(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { body } = input;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const place = await getPlace(tx, body.territory);
    permitDescribeWork(context.actor, { organisationId: body.organisationId, territoryId: place.id });
    const organisation = await findOrganisation(tx, body.organisationId);
    if (!organisation) throw refuse('actors.organisation-not-found', { field: 'organisationId' });
    refuseUnlessActive(organisation.standing);
    const id = newId();
    await insertWork(tx, {
      id,
      organisation_id: organisation.id,
      territory_id: place.id,
      ...workColumns(body),
    });
    const after = (await findWork(tx, id)) ?? null;
    await recordWork(tx, context, 'createPreventionWork', { before: null, after });
    return { id, version: 1 };
  });
}
