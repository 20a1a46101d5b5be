import type { actorsOperations } from '#contract/actors/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { deleteOrganisationRow } from '#database/actors/organisation-store.ts';
import { countOrganisationConsequences } from '#database/actors/organisation-views.ts';
import { inScope } from '#database/connection.ts';
import { removeSearchEntry } from '#database/operations/search-store.ts';
import { refuseDeletion } from '#domain/actors/deletion.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { openOrganisation, stale } from './organisation-deed.ts';

type Operation = typeof actorsOperations.deleteOrganisation;

export async function deleteOrganisation(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const row = await openOrganisation(tx, context, { id: input.organisationId, version: input.version });
    refuseDeletion(await countOrganisationConsequences(tx, row.id));
    await removeSearchEntry(tx, 'organisation', row.id);
    if (!(await deleteOrganisationRow(tx, row.id, row.version))) throw stale(row);
    await record(tx, context, {
      operation: 'deleteOrganisation',
      subjectKind: 'organisation',
      subjectId: row.id,
      territoryId: row.territory_id,
      organisationId: row.id,
      before: { name: row.name, kind: row.kind, sector: row.sector, level: row.level },
      after: null,
    });
    return { done: true };
  });
}
