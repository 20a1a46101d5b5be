import type { actorsOperations } from '#contract/actors/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { insertImportRun } from '#database/actors/import-store.ts';
import { applyRowChanges } from '#database/actors/row-change-store.ts';
import { findStructure } from '#database/actors/structure-views.ts';
import { inScope } from '#database/connection.ts';
import { permitSomewhere } from '#domain/access/permissions.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import { record } from '../audit/record.ts';
import type { Context, Transaction } from '../context.ts';
import { newId } from '../new-id.ts';
import { refreshSearch } from './merge-search.ts';
import { prepareImport, readActorsFile } from './prepare-import.ts';
import { makeStructureFindable } from './structure-deed.ts';

type Operation = typeof actorsOperations.importActors;

export async function importActors(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  permitSomewhere(context.actor, 'import');
  const file = await readActorsFile(context, input);
  return inScope(context.database, context.actor.scope, async (tx) => {
    const { place, plan, report } = await prepareImport(tx, context, input, file);
    if ((await applyRowChanges(tx, plan.changes)) !== null) throw refuseShared('shared.forbidden');
    await makeFindable(tx, input.of, plan.touched);
    const runId = newId();
    await insertImportRun(tx, {
      id: runId,
      kind: input.of,
      country: place.country,
      territory_id: place.id,
      file_name: input.fileName,
      standing: 'applied',
      // The rows may name people: what is kept of them is how many, and the changes that can be taken back.
      report: JSON.stringify({ creates: report.creates, changes: report.changes, same: report.same }),
      changes: JSON.stringify(plan.changes),
      account_id: context.actor.kind === 'account' ? context.actor.accountId : null,
      applied_at: context.now,
    });
    await record(tx, context, {
      operation: 'importActors',
      subjectKind: 'import',
      subjectId: runId,
      territoryId: place.id,
      organisationId: null,
      before: null,
      after: { of: input.of, fileName: input.fileName, creates: report.creates, changes: report.changes },
      freeText: ['fileName'],
    });
    return { runId, ...report };
  });
}

/** Makes findable what an import, or its revocation, touched. */
export async function makeFindable(tx: Transaction, of: string, ids: readonly string[]): Promise<void> {
  if (of !== 'structures') return refreshSearch(tx, of === 'people' ? 'person' : 'organisation', ids);
  for (const id of ids) {
    const row = await findStructure(tx, id);
    if (row) await makeStructureFindable(tx, row);
  }
}
