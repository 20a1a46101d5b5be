import type { actorsOperations } from '#contract/actors/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { updateOrganisationRow } from '#database/actors/organisation-store.ts';
import { inScope } from '#database/connection.ts';
import { removeSearchEntry } from '#database/operations/search-store.ts';
import { refuseUnlessActive } from '#domain/actors/deletion.ts';
import type { Context } from '../context.ts';
import { closeOrganisation, openOrganisation, stale } from './organisation-deed.ts';

type Operation = typeof actorsOperations.annulOrganisation;

export async function annulOrganisation(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const at = { id: input.organisationId, version: input.version };
    const row = await openOrganisation(tx, context, at);
    refuseUnlessActive(row.standing);
    const annulled = { standing: 'annulled', standing_reason: input.body.reason };
    if (!(await updateOrganisationRow(tx, at, annulled))) throw stale(row);
    const answer = await closeOrganisation(tx, context, 'annulOrganisation', row.id, row);
    await removeSearchEntry(tx, 'organisation', row.id);
    return answer;
  });
}
