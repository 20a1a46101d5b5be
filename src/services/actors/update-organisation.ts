import type { actorsOperations } from '#contract/actors/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { updateOrganisationRow } from '#database/actors/organisation-store.ts';
import { findParents } from '#database/actors/organisation-views.ts';
import { inScope } from '#database/connection.ts';
import { refuseOwnAncestor } from '#domain/actors/ancestry.ts';
import { refuseUnlessActive } from '#domain/actors/deletion.ts';
import { refusePersonalText } from '#domain/actors/personal-text.ts';
import { refuseReversed } from '#domain/actors/terms.ts';
import type { Context } from '../context.ts';
import { columnsOf, refuseParentElsewhere } from './create-organisation.ts';
import { closeOrganisation, openOrganisation, stale } from './organisation-deed.ts';

type Operation = typeof actorsOperations.updateOrganisation;

export async function updateOrganisation(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { body } = input;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const at = { id: input.organisationId, version: input.version };
    const row = await openOrganisation(tx, context, at);
    refuseUnlessActive(row.standing);
    refuseReversed({ from: body.validFrom, to: body.validTo });
    refusePersonalText({ mandate: body.mandate }, body.confirmText);
    await refuseParentElsewhere(tx, body.parentId, row.country);
    refuseOwnAncestor(await findParents(tx, row.country), row.id, body.parentId);
    if (!(await updateOrganisationRow(tx, at, columnsOf(body)))) throw stale(row);
    return closeOrganisation(tx, context, 'updateOrganisation', row.id, row);
  });
}
