import type { actorsOperations } from '#contract/actors/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { insertOrganisation } from '#database/actors/organisation-store.ts';
import { findComparable, findOrganisation } from '#database/actors/organisation-views.ts';
import { inScope } from '#database/connection.ts';
import { lookAlikes } from '#domain/actors/duplicates.ts';
import { refusePersonalText } from '#domain/actors/personal-text.ts';
import { permitCreateOrganisation } from '#domain/actors/permissions.ts';
import { refuse } from '#domain/actors/refusals.ts';
import { refuseReversed } from '#domain/actors/terms.ts';
import type { Context, Transaction } from '../context.ts';
import { newId } from '../new-id.ts';
import { getPlace } from './look-up.ts';
import { closeOrganisation } from './organisation-deed.ts';

type Operation = typeof actorsOperations.createOrganisation;

export async function createOrganisation(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { body } = input;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const place = await getPlace(tx, body.territory);
    permitCreateOrganisation(context.actor, place.id);
    refuseReversed({ from: body.validFrom, to: body.validTo });
    refusePersonalText({ mandate: body.mandate }, body.confirmText);
    await refuseParentElsewhere(tx, body.parentId, place.country);
    if (!body.confirmNew) {
      const alike = lookAlikes(await findComparable(tx, place.id), { ...body, territoryId: place.id });
      if (alike.length > 0)
        throw refuse('actors.looks-alike', {
          field: 'name',
          values: { name: alike[0]?.name ?? '' },
          current: alike,
        });
    }
    const id = newId();
    await insertOrganisation(tx, {
      id,
      country: place.country,
      territory_id: place.id,
      ...columnsOf(body),
      example: false,
      origin: 'person',
    });
    return closeOrganisation(tx, context, 'createOrganisation', id, null);
  });
}

type Written = Omit<InputOf<Operation>['body'], 'territory' | 'confirmNew'>;

/** What was written, as the table holds it. */
export function columnsOf(body: Written) {
  return {
    name: body.name,
    short_name: body.shortName,
    kind: body.kind,
    sector: body.sector,
    level: body.level,
    parent_id: body.parentId,
    mandate: body.mandate,
    website: body.website,
    valid_from: body.validFrom,
    valid_to: body.validTo,
    withholds_disaggregation: body.withholdsDisaggregation,
  };
}

/** An organisation answers to one of its own country. */
export async function refuseParentElsewhere(
  tx: Transaction,
  parentId: string | null,
  country: string,
): Promise<void> {
  if (parentId === null) return;
  const parent = await findOrganisation(tx, parentId);
  if (!parent) throw refuse('actors.organisation-not-found', { field: 'parentId' });
  if (parent.country !== country) throw refuse('actors.parent-elsewhere', { field: 'parentId' });
}
