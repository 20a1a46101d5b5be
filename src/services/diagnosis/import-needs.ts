import type { diagnosisOperations } from '#contract/diagnosis/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { insertImportRun } from '#database/actors/import-store.ts';
import { inScope } from '#database/connection.ts';
import { insertNeed, updateNeedRow } from '#database/diagnosis/need-store.ts';
import { findNeed } from '#database/diagnosis/need-views.ts';
import { permitSomewhere } from '#domain/access/permissions.ts';
import { changedFieldsOf } from '#domain/diagnosis/need.ts';
import type { NeedChange } from '#domain/diagnosis/need-import.ts';
import { refuse } from '#domain/diagnosis/refusals.ts';
import { readNeedLines } from '#formats/diagnosis/read-needs-table.ts';
import { record } from '../audit/record.ts';
import type { Context, Transaction } from '../context.ts';
import { todayOf } from '../today.ts';
import { newId } from '../new-id.ts';
import { keepAct, makeNeedFindable, staleNeed } from './need-deed.ts';
import { prepareNeedsImport } from './prepare-needs-import.ts';

type Operation = typeof diagnosisOperations.importNeeds;

/** Brings a file of needs in: all rows or none. */
export async function importNeeds(context: Context, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  permitSomewhere(context.actor, 'import');
  const read = await readNeedLines(input);
  return inScope(context.database, context.actor.scope, async (tx) => {
    const { place, plan, report } = await prepareNeedsImport(tx, context, input, read);
    for (const change of plan.changes) await applyNeedChange(tx, context, place.country, change);
    const runId = newId();
    const counts = { creates: report.creates, changes: report.changes, same: report.same };
    await insertImportRun(tx, {
      id: runId,
      kind: 'needs',
      country: place.country,
      territory_id: place.id,
      file_name: input.fileName,
      standing: 'applied',
      report: JSON.stringify(counts),
      changes: JSON.stringify(plan.changes),
      account_id: context.actor.kind === 'account' ? context.actor.accountId : null,
      applied_at: context.now,
    });
    await record(tx, context, {
      operation: 'importNeeds',
      subjectKind: 'import',
      subjectId: runId,
      territoryId: place.id,
      organisationId: null,
      before: null,
      after: { fileName: input.fileName, ...counts },
      freeText: ['fileName'],
    });
    return { runId, ...report };
  });
}

async function applyNeedChange(
  tx: Transaction,
  context: Context,
  country: string,
  change: NeedChange,
): Promise<void> {
  const { id, territoryId, before, after } = change;
  const on = await todayOf(tx, context, territoryId);
  if (before === null) {
    const made = { id, country, territoryId, standing: 'current', standingOn: on, origin: 'import' } as const;
    await insertNeed(tx, { ...made, fields: after });
  } else if (!(await updateNeedRow(tx, { id, version: change.version - 1 }, { fields: after }))) {
    const now = await findNeed(tx, id);
    throw now ? staleNeed(now) : refuse('diagnosis.need-not-found');
  }
  const need = await findNeed(tx, id);
  if (!need) throw refuse('diagnosis.need-not-found');
  await keepAct(tx, need, {
    act: before === null ? 'published' : 'corrected',
    on,
    isDraft: need.standing === 'draft',
    fields: before === null ? [] : changedFieldsOf(before, after),
  });
  await makeNeedFindable(tx, need);
}
