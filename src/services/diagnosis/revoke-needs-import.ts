import type { diagnosisOperations } from '#contract/diagnosis/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { findImportRun, markImportRevoked } from '#database/actors/import-store.ts';
import { inScope } from '#database/connection.ts';
import { deleteNeedRow, updateNeedRow } from '#database/diagnosis/need-store.ts';
import { countNeedDependents, findNeed } from '#database/diagnosis/need-views.ts';
import { removeSearchEntry } from '#database/operations/search-store.ts';
import { changedFieldsOf } from '#domain/diagnosis/need.ts';
import type { NeedChange } from '#domain/diagnosis/need-import.ts';
import { permitImportNeeds } from '#domain/diagnosis/permissions.ts';
import { refuse } from '#domain/diagnosis/refusals.ts';
import { record } from '../audit/record.ts';
import type { Context, Transaction } from '../context.ts';
import { todayOf } from '../today.ts';
import { keepAct, makeNeedFindable } from './need-deed.ts';

type Operation = typeof diagnosisOperations.revokeNeedsImport;

/** Takes an import back whole: what it made goes, what it changed is as before. */
export async function revokeNeedsImport(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const run = await findImportRun(tx, input.runId);
    if (!run || run.kind !== 'needs') throw refuse('diagnosis.import-not-found');
    permitImportNeeds(context.actor, run.territory_id);
    if (run.standing !== 'applied')
      throw refuse('diagnosis.import-not-applied', { values: { standing: run.standing } });
    const changes = run.changes as unknown as readonly NeedChange[];
    for (const change of changes.toReversed()) await takeBack(tx, context, change);
    await markImportRevoked(tx, run.id, context.now);
    await record(tx, context, {
      operation: 'revokeNeedsImport',
      subjectKind: 'import',
      subjectId: run.id,
      territoryId: run.territory_id,
      organisationId: null,
      before: { standing: 'applied' },
      after: { standing: 'revoked' },
    });
    return { done: true };
  });
}

async function takeBack(tx: Transaction, context: Context, change: NeedChange): Promise<void> {
  const at = { id: change.id, version: change.version };
  if (change.before === null) {
    if ((await countNeedDependents(tx, at.id)) > 0) throw refuse('diagnosis.import-built-upon');
    if (!(await deleteNeedRow(tx, at))) throw refuse('diagnosis.import-built-upon');
    return removeSearchEntry(tx, 'need', at.id);
  }
  if (!(await updateNeedRow(tx, at, { fields: change.before }))) throw refuse('diagnosis.import-built-upon');
  const need = await findNeed(tx, at.id);
  if (!need) throw refuse('diagnosis.import-built-upon');
  await keepAct(tx, need, {
    act: 'corrected',
    on: await todayOf(tx, context, need.territoryId),
    isDraft: need.standing === 'draft',
    fields: changedFieldsOf(change.after, change.before),
  });
  await makeNeedFindable(tx, need);
}
