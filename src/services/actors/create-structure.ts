import type { actorsOperations } from '#contract/actors/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { findOrganisation } from '#database/actors/organisation-views.ts';
import { insertStructure } from '#database/actors/structure-store.ts';
import { findComparableStructures } from '#database/actors/structure-views.ts';
import { inScope } from '#database/connection.ts';
import { lookAlikes } from '#domain/actors/duplicates.ts';
import { permitCreateStructure } from '#domain/actors/permissions.ts';
import { refusePersonalText } from '#domain/actors/personal-text.ts';
import { refuse } from '#domain/actors/refusals.ts';
import { refuseReversed } from '#domain/actors/terms.ts';
import type { Context, Transaction } from '../context.ts';
import { newId } from '../new-id.ts';
import { getPlace } from './look-up.ts';
import { closeStructure } from './structure-deed.ts';

type Operation = typeof actorsOperations.createStructure;

export async function createStructure(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { body } = input;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const place = await getPlace(tx, body.territory);
    permitCreateStructure(context.actor, place.id);
    await refuseWrongStructure(tx, body);
    if (!body.confirmNew) {
      const proposed = { name: body.name, shortName: null, territoryId: place.id };
      const [alike] = lookAlikes(await findComparableStructures(tx, place.id), proposed);
      if (alike)
        throw refuse('actors.looks-alike', { field: 'name', values: { name: alike.name }, current: [alike] });
    }
    const id = newId();
    await insertStructure(tx, {
      id,
      country: place.country,
      territory_id: place.id,
      ...structureColumns(body),
    });
    return closeStructure(tx, context, 'createStructure', id, null);
  });
}

type Written = Omit<InputOf<Operation>['body'], 'territory' | 'confirmNew'>;

/** What was written, as the table holds it. */
export function structureColumns(body: Written) {
  return {
    name: body.name,
    kind: body.kind,
    mandate: body.mandate,
    legal_basis: body.legalBasis,
    secretariat_id: body.secretariatId,
    valid_from: body.validFrom,
    valid_to: body.validTo,
  };
}

export async function refuseWrongStructure(tx: Transaction, body: Written): Promise<void> {
  refuseReversed({ from: body.validFrom, to: body.validTo });
  refusePersonalText({ mandate: body.mandate, legalBasis: body.legalBasis }, body.confirmText);
  if (body.secretariatId !== null && !(await findOrganisation(tx, body.secretariatId))) {
    throw refuse('actors.organisation-not-found', { field: 'secretariatId' });
  }
}
