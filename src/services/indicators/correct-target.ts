import type { indicatorsOperations } from '#contract/indicators/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { updateTargetRow } from '#database/indicators/target-store.ts';
import { findTarget } from '#database/indicators/target-views.ts';
import { refuse } from '#domain/indicators/refusals.ts';
import { refuseTarget } from '#domain/indicators/target.ts';
import type { Context } from '../context.ts';
import { getIndicatorRow } from './indicator-deed.ts';
import { openTarget, recordTarget, staleTarget } from './target-deed.ts';

type Operation = typeof indicatorsOperations.correctTarget;

/** Corrects a baseline or target. Saving what it says already changes nothing and leaves no trace. */
export async function correctTarget(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { value, source, note } = input.body;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const before = await openTarget(tx, context, input);
    const indicator = await getIndicatorRow(tx, before.indicator.code);
    refuseTarget({ ...before, value, source, note }, indicator);
    if (before.value === value && before.source === source && before.note === note)
      return { id: before.id, version: before.version };
    if (!(await updateTargetRow(tx, before, { value, source, note }))) throw staleTarget(before);
    const after = await findTarget(tx, before.id);
    if (!after) throw refuse('indicators.target-not-found');
    await recordTarget(tx, context, 'correctTarget', { before, after });
    return { id: after.id, version: after.version };
  });
}
