import type { actorsOperations } from '#contract/actors/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { insertAuthority } from '#database/actors/organisation-store.ts';
import { findOrganisation } from '#database/actors/organisation-views.ts';
import { inScope } from '#database/connection.ts';
import { permitCreateOrganisation } from '#domain/actors/permissions.ts';
import { refuse } from '#domain/actors/refusals.ts';
import { refuseReversed } from '#domain/actors/terms.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { newId } from '../new-id.ts';
import { getPlace } from './look-up.ts';

type Operation = typeof actorsOperations.addAuthority;

/** Says who governs a territory: a matter of the territory, whoever the organisation is. */
export async function addAuthority(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { organisationId, kind, note, validFrom, validTo } = input.body;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const place = await getPlace(tx, input.territory);
    permitCreateOrganisation(context.actor, place.id);
    if (!(await findOrganisation(tx, organisationId)))
      throw refuse('actors.organisation-not-found', { field: 'organisationId' });
    refuseReversed({ from: validFrom, to: validTo });
    const id = newId();
    const row = {
      id,
      territory_id: place.id,
      organisation_id: organisationId,
      kind,
      valid_from: validFrom,
      valid_to: validTo,
      note,
    };
    if (!(await insertAuthority(tx, row)))
      throw refuse('actors.authority-repeated', { field: 'organisationId' });
    await record(tx, context, {
      operation: 'addAuthority',
      subjectKind: 'authority',
      subjectId: id,
      territoryId: place.id,
      organisationId,
      before: null,
      after: { organisationId, kind, validFrom, validTo, note },
      freeText: ['note'],
    });
    return { id };
  });
}
