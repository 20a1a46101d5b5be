import type { actorsOperations } from '#contract/actors/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { endAuthorityRow, findAuthority } from '#database/actors/organisation-store.ts';
import { inScope } from '#database/connection.ts';
import { permitCreateOrganisation } from '#domain/actors/permissions.ts';
import { refuse } from '#domain/actors/refusals.ts';
import { refuseReversed } from '#domain/actors/terms.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';

type Operation = typeof actorsOperations.endAuthority;

export async function endAuthority(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const row = await findAuthority(tx, input.authorityId);
    if (!row) throw refuse('actors.authority-not-found');
    permitCreateOrganisation(context.actor, row.territory_id);
    refuseReversed({ from: row.valid_from, to: input.body.on }, 'on');
    await endAuthorityRow(tx, row.id, input.body.on);
    await record(tx, context, {
      operation: 'endAuthority',
      subjectKind: 'authority',
      subjectId: row.id,
      territoryId: row.territory_id,
      organisationId: row.organisation_id,
      before: { validTo: row.valid_to },
      after: { validTo: input.body.on },
    });
    return { id: row.id };
  });
}
