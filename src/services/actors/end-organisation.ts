import type { actorsOperations } from '#contract/actors/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { endWhatAnOrganisationHeld, updateOrganisationRow } from '#database/actors/organisation-store.ts';
import { inScope } from '#database/connection.ts';
import { refuseUnlessActive } from '#domain/actors/deletion.ts';
import { refuseReversed } from '#domain/actors/terms.ts';
import type { Context } from '../context.ts';
import { closeOrganisation, openOrganisation, stale } from './organisation-deed.ts';

type Operation = typeof actorsOperations.endOrganisation;

export async function endOrganisation(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { on, reason } = input.body;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const at = { id: input.organisationId, version: input.version };
    const row = await openOrganisation(tx, context, at);
    refuseUnlessActive(row.standing);
    refuseReversed({ from: row.valid_from, to: on }, 'on');
    const ended = { standing: 'ended', standing_reason: reason, valid_to: on };
    if (!(await updateOrganisationRow(tx, at, ended))) throw stale(row);
    await endWhatAnOrganisationHeld(tx, row.id, on);
    return closeOrganisation(tx, context, 'endOrganisation', row.id, row);
  });
}
