import { findAgreementOf } from '#database/commitments/agreement-views.ts';
import { instanceStandingAfter } from '#domain/commitments/acts.ts';
import { refuseOutsideTerm } from '#domain/commitments/commitment.ts';
import type { Day } from '#domain/shared/dates.ts';
import type { Context, Transaction } from '../context.ts';
import {
  changeInstance,
  getCommitmentRow,
  getInstanceRow,
  keepActs,
  recordCommitments,
} from './commitment-deed.ts';

type Rescheduling = {
  readonly changes: readonly { readonly instanceId: string; readonly dueOn: Day }[];
  readonly on: Day;
  readonly reason: string;
  /** An addendum, or the commission that decides where the agreement lets it. */
  readonly by: 'addendum' | 'commission';
  readonly addendumId?: string;
  readonly operation: string;
};

/**
 * Sets new due days. Whoever calls has seen to it that an addendum says so or that the commission decided; the days must lie
 * within the agreement's term as it stands in this transaction.
 */
export async function rescheduleInstances(
  tx: Transaction,
  context: Context,
  { changes, on, reason, by, addendumId, operation }: Rescheduling,
): Promise<void> {
  const done = [];
  const acts = [];
  for (const { instanceId, dueOn } of changes) {
    const before = await getInstanceRow(tx, instanceId);
    const commitment = await getCommitmentRow(tx, before.commitmentId);
    const at = { commitment: commitment.standing, instance: before.standing };
    instanceStandingAfter('rescheduled', at);
    await refuseOutsideAgreement(tx, commitment.agreementId, dueOn);
    const after = await changeInstance(tx, before, {
      due_on: dueOn,
      forecast_on: null,
      forecast_reason: null,
    });
    done.push({ before, after });
    const details = { from: before.dueOn, to: dueOn, by, ...(addendumId ? { addendumId } : {}) };
    acts.push({ commitment, act: 'rescheduled', on, instanceId, reason, details } as const);
  }
  await keepActs(tx, context, acts);
  await recordCommitments(tx, context, operation, [], done);
}

async function refuseOutsideAgreement(tx: Transaction, agreementId: string | null, dueOn: Day) {
  const agreement = agreementId === null ? undefined : await findAgreementOf(tx, agreementId);
  if (agreement) refuseOutsideTerm([dueOn], { from: agreement.effective_on, to: agreement.ends_on });
}
