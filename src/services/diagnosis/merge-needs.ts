import type { diagnosisOperations } from '#contract/diagnosis/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { insertNeedMerge, moveWhatNamesNeed } from '#database/diagnosis/need-store.ts';
import { needFields } from '#domain/diagnosis/need.ts';
import type { Context } from '../context.ts';
import { newId } from '../new-id.ts';
import { todayOf } from '../today.ts';
import { changeNeed } from './need-deed.ts';
import { prepareNeedMerge } from './prepare-need-merge.ts';

type Operation = typeof diagnosisOperations.mergeNeeds;

export async function mergeNeeds(context: Context, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const { kept, absorbed, plan } = await prepareNeedMerge(tx, context, input.body);
    const on = await todayOf(tx, context, kept.territoryId);
    const id = newId();
    const stays = await changeNeed(tx, context, kept, {
      operation: 'mergeNeeds',
      act: 'absorbed',
      change: { fields: plan.after },
      fields: plan.changed,
      otherId: absorbed.id,
      on,
    });
    const goes = await changeNeed(tx, context, absorbed, {
      operation: 'mergeNeeds',
      act: 'merged',
      change: { standing: 'merged', mergedInto: kept.id, standingOn: on },
      otherId: kept.id,
      on,
    });
    const moved = await moveWhatNamesNeed(tx, absorbed.id, kept.id, null);
    await insertNeedMerge(tx, {
      id,
      kept_id: kept.id,
      absorbed_id: absorbed.id,
      territory_id: kept.territoryId,
      before: JSON.stringify(Object.fromEntries(needFields.map((field) => [field, kept[field]]))),
      moved: JSON.stringify(moved),
      kept_version: stays.version,
      absorbed_version: goes.version,
      account_id: context.actor.kind === 'account' ? context.actor.accountId : null,
    });
    return { id };
  });
}
