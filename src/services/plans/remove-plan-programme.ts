import type { plansOperations } from '#contract/plans/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { deleteProgrammeRow } from '#database/plans/plan-store.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import type { Context } from '../context.ts';
import { recordPart } from './plan-deed.ts';
import { openProgramme } from './programme-deed.ts';

type Operation = typeof plansOperations.removePlanProgramme;

export async function removePlanProgramme(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { programmeId: id, version } = input;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const { plan, said } = await openProgramme(tx, context, { id, version });
    if (!(await deleteProgrammeRow(tx, { id, version })))
      throw refuseShared('shared.stale', { current: said });
    await recordPart(tx, context, plan, {
      operation: 'removePlanProgramme',
      kind: 'plan-programme',
      id,
      before: said,
      after: null,
      freeText: ['title', 'objective'],
    });
    return { done: true };
  });
}
