import type { actorsOperations } from '#contract/actors/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { findOrganisation } from '#database/actors/organisation-views.ts';
import { moveContacts, updatePersonRow } from '#database/actors/people-store.ts';
import { inScope } from '#database/connection.ts';
import { permitCreatePerson } from '#domain/actors/permissions.ts';
import { refusePersonalText } from '#domain/actors/personal-text.ts';
import { refuse } from '#domain/actors/refusals.ts';
import type { Context } from '../context.ts';
import { stale } from './organisation-deed.ts';
import { closePerson, openPerson } from './person-deed.ts';

type Operation = typeof actorsOperations.updatePerson;

export async function updatePerson(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { name, organisationId, visibility, standing } = input.body;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const at = { id: input.personId, version: input.version };
    const row = await openPerson(tx, context, at);
    if (row.standing !== 'active' && row.standing !== 'left') {
      throw refuse('actors.not-active', { values: { standing: row.standing } });
    }
    refusePersonalText({ name }, false);
    if (organisationId !== row.organisation_id && organisationId !== null) {
      if (!(await findOrganisation(tx, organisationId)))
        throw refuse('actors.organisation-not-found', { field: 'organisationId' });
      // Whoever puts somebody in an organisation must be able to do so there, not only where the person was.
      // Nor does anybody put themselves into one.
      permitCreatePerson(context.actor, { territoryId: row.territory_id, organisationId });
    }
    const values = { name, organisation_id: organisationId, visibility, standing };
    if (!(await updatePersonRow(tx, at, values))) throw stale(row);
    if (organisationId !== row.organisation_id) await moveContacts(tx, row.id, organisationId);
    return closePerson(tx, context, 'updatePerson', row.id, row);
  });
}
