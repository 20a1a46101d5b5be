import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { strategyOperations } from '#contract/strategy/index.ts';
import { inScope } from '#database/connection.ts';
import { insertElements, insertThread, updateElementRow } from '#database/strategy/element-store.ts';
import { permitSomewhere } from '#domain/access/permissions.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { newId } from '../new-id.ts';
import { prepareStrategyImport, readElementsFile } from './prepare-strategy-import.ts';
import { stale } from './strategy-deed.ts';

type Operation = typeof strategyOperations.importStrategyVersion;

/** Brings the elements of a file into a draft: all rows or none. What the file does not name stays. */
export async function importStrategyVersion(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  permitSomewhere(context.actor, 'edit-strategy');
  const read = await readElementsFile(input);
  return inScope(context.database, context.actor.scope, async (tx) => {
    const { strategy, version, plan, report } = await prepareStrategyImport(tx, context, input, read);
    const { territoryId } = strategy;
    const at = { versionId: version.id, strategyId: strategy.id, territoryId };
    for (const { isNew, element } of plan.changes) {
      if (isNew) {
        await insertThread(tx, { id: element.threadId, strategyId: strategy.id, territoryId });
        await insertElements(tx, at, [element], newId);
      } else if (!(await updateElementRow(tx, { ...element, territoryId }, element, newId))) {
        throw stale(version);
      }
    }
    const counts = { creates: report.creates, changes: report.changes, same: report.same };
    await record(tx, context, {
      operation: 'importStrategyVersion',
      subjectKind: 'strategy-version',
      subjectId: version.id,
      territoryId,
      organisationId: null,
      before: null,
      after: { fileName: input.fileName, ...counts },
      freeText: ['fileName'],
    });
    return report;
  });
}
