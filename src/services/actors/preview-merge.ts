import type { actorsOperations } from '#contract/actors/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { findCarriedFigures } from '#database/actors/merge-views.ts';
import { inScope } from '#database/connection.ts';
import type { Context } from '../context.ts';
import { lookUp } from './look-up.ts';
import { prepareMerge } from './plan-merge.ts';

type Operation = typeof actorsOperations.previewMerge;

export async function previewMerge(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const { plan, kept, absorbed } = await prepareMerge(tx, context, input.body);
    const pointing = plan.conflicts.filter(({ field }) => field?.endsWith('_id'));
    const organisations = pointing.flatMap((conflict) => [conflict.kept, conflict.absorbed]);
    const names = await lookUp(tx, context, { organisations });
    const figures =
      input.body.kind === 'organisation' ? await findCarriedFigures(tx, absorbed.id, kept.id) : [];
    return {
      kept: { id: kept.id, name: kept.name },
      absorbed: { id: absorbed.id, name: absorbed.name },
      moves: [...plan.moves.map(({ table, labels }) => ({ table, labels: [...labels] })), ...figures],
      repeated: [...plan.repeated],
      // Where the value is another organisation, its name says more than its id.
      conflicts: plan.conflicts.map((conflict) =>
        pointing.includes(conflict)
          ? {
              ...conflict,
              kept: names.organisation(conflict.kept).name,
              absorbed: names.organisation(conflict.absorbed).name,
            }
          : conflict,
      ),
    };
  });
}
