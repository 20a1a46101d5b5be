import type { Day } from '#domain/shared/dates.ts';
import type { Context, Transaction } from '../context.ts';
import { changeInstance, keepActs, recordCommitments } from './commitment-deed.ts';
import { openInstancesOf } from './open-instances-of.ts';

type Pausing = {
  readonly agreementId: string;
  readonly on: Day;
  readonly reason: string | null;
  readonly operation: string;
};

/** Stops the clocks of what is still owed, while an agreement is suspended. Called within the agreement's transaction. */
export async function pauseCommitmentsOf(
  tx: Transaction,
  context: Context,
  { agreementId, on, reason, operation }: Pausing,
): Promise<number> {
  const running = (await openInstancesOf(tx, agreementId)).filter(
    ({ instance }) => instance.pausedFrom === null,
  );
  const changes = [];
  for (const { instance } of running) {
    changes.push({ before: instance, after: await changeInstance(tx, instance, { paused_from: on }) });
  }
  await keepActs(
    tx,
    context,
    running.map(({ commitment, instance }) => ({
      commitment,
      act: 'paused',
      on,
      instanceId: instance.id,
      reason,
    })),
  );
  await recordCommitments(tx, context, operation, [], changes);
  return changes.length;
}
