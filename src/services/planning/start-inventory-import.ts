import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { planningOperations } from '#contract/planning/index.ts';
import { insertImportRun } from '#database/actors/import-store.ts';
import { findOrganisation } from '#database/actors/organisation-views.ts';
import { inScope } from '#database/connection.ts';
import { findLayout, findPlaceKinds } from '#database/planning/import-views.ts';
import { permitSomewhere } from '#domain/access/permissions.ts';
import { permitImportInventory } from '#domain/planning/permissions.ts';
import { refuse } from '#domain/planning/refusals.ts';
import { guessColumns, type PlanColumn } from '#formats/planning/operating-plan-columns.ts';
import { readOperatingPlan } from '#formats/planning/read-operating-plan.ts';
import { record } from '../audit/record.ts';
import type { Context, Transaction } from '../context.ts';
import { newId } from '../new-id.ts';

type Operation = typeof planningOperations.startInventoryImport;

const rowsAtMost = 5000;

/** Takes a sheet and guesses its columns by what was said of this organisation's sheets before, then by their headers. */
export async function startInventoryImport(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  permitSomewhere(context.actor, 'edit-plan');
  const { organisation, kinds } = await inScope(context.database, context.actor.scope, (tx) =>
    findWhose(tx, context, input.organisation),
  );
  // A file is read outside of any transaction: it may take its time.
  const plan = await readOperatingPlan(input, kinds);
  if (plan.rows.length > rowsAtMost)
    throw refuse('planning.import-too-long', { values: { rows: plan.rows.length, maximum: rowsAtMost } });
  return inScope(context.database, context.actor.scope, async (tx) => {
    const remembered = (await findLayout(tx, organisation.id)) as Record<string, PlanColumn | null>;
    const columns = guessColumns(plan.headers, kinds, remembered);
    const runId = newId();
    await insertImportRun(tx, {
      id: runId,
      kind: 'inventory',
      country: organisation.country,
      territory_id: organisation.territory_id,
      organisation_id: organisation.id,
      file_name: input.fileName,
      standing: 'previewed',
      report: JSON.stringify({ plan, columns, year: plan.year }),
      account_id: context.actor.kind === 'account' ? context.actor.accountId : null,
    });
    await record(tx, context, {
      operation: 'startInventoryImport',
      subjectKind: 'import',
      subjectId: runId,
      territoryId: organisation.territory_id,
      organisationId: organisation.id,
      before: null,
      after: { fileName: input.fileName, rows: plan.rows.length },
      freeText: ['fileName'],
    });
    return { runId };
  });
}

async function findWhose(tx: Transaction, context: Context, id: string) {
  const organisation = await findOrganisation(tx, id);
  if (!organisation || organisation.standing !== 'active')
    throw refuse('planning.organisation-not-found', { field: 'organisation' });
  permitImportInventory(context.actor, {
    territoryId: organisation.territory_id,
    organisationId: organisation.id,
  });
  return { organisation, kinds: await findPlaceKinds(tx, organisation.country) };
}
