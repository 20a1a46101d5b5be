import type { actorsOperations } from '#contract/actors/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { insertFormerName, updateOrganisationRow } from '#database/actors/organisation-store.ts';
import { findOrganisationHistory } from '#database/actors/organisation-views.ts';
import { inScope } from '#database/connection.ts';
import { refuseUnlessActive } from '#domain/actors/deletion.ts';
import { nameLeftBehind } from '#domain/actors/organisation-names.ts';
import type { Context } from '../context.ts';
import { closeOrganisation, openOrganisation, stale } from './organisation-deed.ts';

type Operation = typeof actorsOperations.renameOrganisation;

export async function renameOrganisation(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { body } = input;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const at = { id: input.organisationId, version: input.version };
    const row = await openOrganisation(tx, context, at);
    refuseUnlessActive(row.standing);
    const { formerNames } = await findOrganisationHistory(tx, row.id);
    const past = formerNames.map((former) => ({
      name: former.name,
      shortName: former.short_name,
      validFrom: former.valid_from,
      validTo: former.valid_to,
      reason: former.reason,
    }));
    const named = { name: row.name, shortName: row.short_name, validFrom: row.valid_from };
    const left = nameLeftBehind(named, past, body);
    if (!(await updateOrganisationRow(tx, at, { name: body.name, short_name: body.shortName })))
      throw stale(row);
    await insertFormerName(tx, {
      organisation_id: row.id,
      territory_id: row.territory_id,
      name: left.name,
      short_name: left.shortName,
      valid_from: left.validFrom,
      valid_to: left.validTo,
      reason: left.reason,
    });
    return closeOrganisation(tx, context, 'renameOrganisation', row.id, row);
  });
}
