import type { plansOperations } from '#contract/plans/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { updateProgrammeRow } from '#database/plans/plan-store.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import type { Context } from '../context.ts';
import { recordPart } from './plan-deed.ts';
import { openProgramme } from './programme-deed.ts';

type Operation = typeof plansOperations.updatePlanProgramme;

export async function updatePlanProgramme(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { title, objective } = input.body;
  const { programmeId: id, version } = input;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const { plan, said } = await openProgramme(tx, context, { id, version });
    if (!(await updateProgrammeRow(tx, { id, version }, { title, objective })))
      throw refuseShared('shared.stale', { current: said });
    await recordPart(tx, context, plan, {
      operation: 'updatePlanProgramme',
      kind: 'plan-programme',
      id,
      before: said,
      after: { title, objective },
      freeText: ['title', 'objective'],
    });
    return { id, version: version + 1 };
  });
}
