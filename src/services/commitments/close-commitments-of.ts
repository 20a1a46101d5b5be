import type { CommitmentRow, InstanceRow } from '#database/commitments/commitment-columns.ts';
import { findCommitmentsOf, findInstances } from '#database/commitments/commitment-views.ts';
import { standingAfter } from '#domain/commitments/acts.ts';
import { isUndelivered } from '#domain/commitments/instance-standing.ts';
import type { Day } from '#domain/shared/dates.ts';
import type { Context, Transaction } from '../context.ts';
import { changeCommitment, changeInstance, keepActs, recordCommitments } from './commitment-deed.ts';
import { openInstancesOf } from './open-instances-of.ts';

type Closing = {
  readonly agreementId: string;
  readonly on: Day;
  readonly reason: string;
  readonly operation: string;
};

/** What was still owed when an agreement ended. */
export type LeftOpen = {
  readonly commitmentId: string;
  readonly instanceId: string;
  readonly what: string;
  readonly dueOn: Day;
};

/**
 * Ends what is still owed of an agreement that ends, and says what that was. What was handed in goes on to be verified; what
 * was only proposed is annulled. Called within the agreement's transaction.
 */
export async function closeCommitmentsOf(
  tx: Transaction,
  context: Context,
  closing: Closing,
): Promise<LeftOpen[]> {
  const open = await openInstancesOf(tx, closing.agreementId);
  const instances: { before: InstanceRow; after: InstanceRow }[] = [];
  for (const { instance } of open) {
    const after = await changeInstance(tx, instance, {
      standing: 'cancelled',
      standing_reason: closing.reason,
      paused_from: null,
    });
    instances.push({ before: instance, after });
  }
  const commitments = await closeWhole(tx, closing);
  await keepActs(tx, context, [
    ...open.map(({ commitment, instance }) => ({
      commitment,
      act: 'instance-cancelled' as const,
      on: closing.on,
      instanceId: instance.id,
      reason: closing.reason,
    })),
    ...commitments.map(({ act, after }) => ({
      commitment: after,
      act,
      on: closing.on,
      reason: closing.reason,
    })),
  ]);
  await recordCommitments(tx, context, closing.operation, commitments, instances);
  return open.map(({ commitment, instance }) => ({
    commitmentId: commitment.id,
    instanceId: instance.id,
    what: commitment.what,
    dueOn: instance.dueOn,
  }));
}

type Closed = {
  readonly act: 'cancelled' | 'annulled';
  readonly before: CommitmentRow;
  readonly after: CommitmentRow;
};

// A commitment of which nothing was ever handed in is cancelled as a whole; of any other, what was done goes on counting.
async function closeWhole(tx: Transaction, { agreementId, reason }: Closing): Promise<Closed[]> {
  const all = await findCommitmentsOf(tx, agreementId);
  const instances = await findInstances(
    tx,
    all.map(({ id }) => id),
  );
  const closed: Closed[] = [];
  for (const before of all) {
    const rows = instances.get(before.id) ?? [];
    const wasNothingDone = rows.every(
      ({ standing }) => standing === 'cancelled' || standing === 'waived' || isUndelivered(standing),
    );
    const act = before.standing === 'proposed' ? ('annulled' as const) : ('cancelled' as const);
    if (before.standing === 'proposed' || (before.standing === 'agreed' && wasNothingDone)) {
      const standing = standingAfter(before.standing, act);
      const after = await changeCommitment(tx, before, { standing, standingReason: reason });
      closed.push({ act, before, after });
    }
  }
  return closed;
}
