import type { commitmentsOperations } from '#contract/commitments/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { findAgreementOf } from '#database/commitments/agreement-views.ts';
import { inScope } from '#database/connection.ts';
import { refusePersonalText } from '#domain/actors/personal-text.ts';
import { refuse } from '#domain/commitments/refusals.ts';
import type { Context, Transaction } from '../context.ts';
import { getInstanceRow } from './commitment-deed.ts';
import { openInstance, permitDoer } from './instance-deed.ts';
import { rescheduleInstances } from './reschedule-instances.ts';

type Operation = typeof commitmentsOperations.rescheduleInstance;

/**
 * Sets another due day. What belongs to an agreement is rescheduled by its monitoring commission; where the agreement has
 * none, by an addendum only.
 */
export async function rescheduleInstance(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { dueOn, reason, confirmText } = input.body;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const opened = await openInstance(tx, context, input);
    await permitDoer(tx, context, opened, 'impartial-overseer');
    refusePersonalText({ reason }, confirmText);
    if (dueOn < opened.today) throw refuse('commitments.day-past', { field: 'dueOn' });
    await refuseWithoutCommission(tx, opened.commitment.agreementId);
    await rescheduleInstances(tx, context, {
      changes: [{ instanceId: input.instanceId, dueOn }],
      on: opened.today,
      reason,
      by: 'commission',
      operation: 'rescheduleInstance',
    });
    const { id, version } = await getInstanceRow(tx, input.instanceId);
    return { id, version };
  });
}

async function refuseWithoutCommission(tx: Transaction, agreementId: string | null): Promise<void> {
  const agreement = agreementId === null ? undefined : await findAgreementOf(tx, agreementId);
  if (agreement && agreement.commission_structure_id === null) throw refuse('commitments.needs-addendum');
}
