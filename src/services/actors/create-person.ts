import type { actorsOperations } from '#contract/actors/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { findOrganisation } from '#database/actors/organisation-views.ts';
import { insertPerson } from '#database/actors/people-store.ts';
import { findComparablePeople } from '#database/actors/people-views.ts';
import { inScope } from '#database/connection.ts';
import { lookAlikes } from '#domain/actors/duplicates.ts';
import { permitCreatePerson } from '#domain/actors/permissions.ts';
import { refusePersonalText } from '#domain/actors/personal-text.ts';
import { refuse } from '#domain/actors/refusals.ts';
import type { Context } from '../context.ts';
import { newId } from '../new-id.ts';
import { getPlace } from './look-up.ts';
import { closePerson } from './person-deed.ts';

type Operation = typeof actorsOperations.createPerson;

export async function createPerson(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { body } = input;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const place = await getPlace(tx, body.territory);
    permitCreatePerson(context.actor, { territoryId: place.id, organisationId: body.organisationId });
    // An identity number has no place in a name, confirmed or not.
    refusePersonalText({ name: body.name }, false);
    if (body.organisationId !== null && !(await findOrganisation(tx, body.organisationId))) {
      throw refuse('actors.organisation-not-found', { field: 'organisationId' });
    }
    if (!body.confirmNew) {
      const proposed = { name: body.name, shortName: null, territoryId: place.id };
      const [alike] = lookAlikes(await findComparablePeople(tx, place.id), proposed);
      if (alike)
        throw refuse('actors.looks-alike', { field: 'name', values: { name: alike.name }, current: [alike] });
    }
    const id = newId();
    await insertPerson(tx, {
      id,
      country: place.country,
      territory_id: place.id,
      organisation_id: body.organisationId,
      name: body.name,
      visibility: body.visibility,
    });
    return closePerson(tx, context, 'createPerson', id, null);
  });
}
