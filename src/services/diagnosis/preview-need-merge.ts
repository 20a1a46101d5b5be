import type { diagnosisOperations } from '#contract/diagnosis/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import type { Context } from '../context.ts';
import { prepareNeedMerge } from './prepare-need-merge.ts';

type Operation = typeof diagnosisOperations.previewNeedMerge;

export async function previewNeedMerge(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const { kept, absorbed, plan } = await prepareNeedMerge(tx, context, input.body);
    return {
      kept: { id: kept.id, problem: kept.problem },
      absorbed: { id: absorbed.id, problem: absorbed.problem },
      changed: [...plan.changed],
      conflicts: [...plan.conflicts],
    };
  });
}
