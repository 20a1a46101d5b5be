import type { actorsOperations } from '#contract/actors/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { insertContact } from '#database/actors/people-store.ts';
import { inScope } from '#database/connection.ts';
import type { Context } from '../context.ts';
import { newId } from '../new-id.ts';
import { openContactOwner, recordContact } from './contact-deed.ts';

type Operation = typeof actorsOperations.addContactPoint;

export async function addContactPoint(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { body } = input;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const owner = await openContactOwner(tx, context, body);
    const id = newId();
    await insertContact(tx, {
      id,
      person_id: owner.personId,
      organisation_id: owner.organisationId,
      of_organisation_id: owner.ofOrganisationId,
      territory_id: owner.territoryId,
      channel: body.channel,
      value: body.value,
      label: body.label,
      visibility: body.visibility,
    });
    await recordContact(tx, context, 'addContactPoint', { id, owner, before: null, after: body });
    return { id };
  });
}
