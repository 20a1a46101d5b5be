import type { actorsOperations } from '#contract/actors/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import {
  endWhatAnOrganisationHeld,
  insertSuccession,
  updateOrganisationRow,
} from '#database/actors/organisation-store.ts';
import { findOrganisation } from '#database/actors/organisation-views.ts';
import { inScope } from '#database/connection.ts';
import { refuseUnlessActive } from '#domain/actors/deletion.ts';
import { refuse } from '#domain/actors/refusals.ts';
import { refuseReversed } from '#domain/actors/terms.ts';
import type { Context } from '../context.ts';
import { closeOrganisation, openOrganisation, stale } from './organisation-deed.ts';

type Operation = typeof actorsOperations.succeedOrganisation;

/** One organisation took another's place. A part that splits off leaves the rest as it is. */
export async function succeedOrganisation(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { successorId, on, kind, note } = input.body;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const at = { id: input.organisationId, version: input.version };
    const row = await openOrganisation(tx, context, at);
    refuseUnlessActive(row.standing);
    if (successorId === row.id) throw refuse('actors.merge-self', { field: 'successorId' });
    if (!(await findOrganisation(tx, successorId)))
      throw refuse('actors.organisation-not-found', { field: 'successorId' });
    refuseReversed({ from: row.valid_from, to: on }, 'on');
    await insertSuccession(tx, {
      predecessor_id: row.id,
      territory_id: row.territory_id,
      successor_id: successorId,
      on_date: on,
      kind,
      note,
    });
    const values = kind === 'split' ? {} : { standing: 'ended', standing_reason: note, valid_to: on };
    if (!(await updateOrganisationRow(tx, at, values))) throw stale(row);
    if (kind !== 'split') await endWhatAnOrganisationHeld(tx, row.id, on);
    return closeOrganisation(tx, context, 'succeedOrganisation', row.id, row);
  });
}
