import type { plansOperations } from '#contract/plans/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { insertAction, saveAction } from '#database/plans/action-store.ts';
import { loadContent } from '#database/plans/content-views.ts';
import type { PlanRow } from '#database/plans/plan-columns.ts';
import { updatePlanRow } from '#database/plans/plan-store.ts';
import { writtenCopyOf } from '#domain/plans/copy.ts';
import { refuse } from '#domain/plans/refusals.ts';
import type { Context, Transaction } from '../context.ts';
import { newId } from '../new-id.ts';
import { todayOf } from '../today.ts';
import { openPlan, openToWrite, recordPart } from './plan-deed.ts';
import { asReadBy } from './show-plans.ts';

type Operation = typeof plansOperations.copyPlanActions;

/** Copies actions as whoever asks may read them; where each comes from is kept. */
export async function copyPlanActions(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { fromPlanId, actionIds } = input.body;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const plan = await openToWrite(tx, context, { id: input.planId });
    if (fromPlanId === plan.id) throw refuse('plans.copy-self', { field: 'fromPlanId' });
    const origin = await openPlan(tx, { id: fromPlanId });
    const { edition } = await asReadBy(tx, context, origin);
    const { actions } = edition ?? (await loadContent(tx, origin));
    const wanted = actions.filter((action) => actionIds.includes(action.id));
    const on = await todayOf(tx, context, plan.territoryId);
    for (const action of wanted) {
      const id = newId();
      const at = { id, planId: plan.id, territoryId: plan.territoryId };
      const { title } = action;
      await insertAction(tx, { ...at, title, programmeId: null, position: 0, copiedFromId: action.id });
      await saveAction(
        tx,
        { ...at, version: 1 },
        writtenCopyOf(action, isSameCountry(plan, origin)),
        on,
        newId,
      );
      await recordPart(tx, context, plan, {
        operation: 'copyPlanActions',
        kind: 'plan-action',
        id,
        before: null,
        after: { title, copiedFromId: action.id, fromPlanId },
        freeText: ['title'],
      });
    }
    await keepOrigin(tx, plan, fromPlanId);
    return { copied: wanted.length };
  });
}

async function keepOrigin(tx: Transaction, plan: PlanRow, fromPlanId: string): Promise<void> {
  if (plan.copiedFromId === null) await updatePlanRow(tx, plan, { copied_from_id: fromPlanId });
}

// Organisations and lines of one country mean nothing in another.
const isSameCountry = (plan: PlanRow, origin: PlanRow) => plan.country === origin.country;
