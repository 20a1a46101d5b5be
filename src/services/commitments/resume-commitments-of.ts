import { dayAfter, daysFrom } from '#domain/commitments/days.ts';
import type { Day } from '#domain/shared/dates.ts';
import type { Context, Transaction } from '../context.ts';
import { changeInstance, keepActs, recordCommitments } from './commitment-deed.ts';
import { openInstancesOf } from './open-instances-of.ts';

type Resuming = { readonly agreementId: string; readonly on: Day; readonly operation: string };

/**
 * Sets the clocks going again: each due day, and each day by which something had to be cured, moves by as many days as they
 * stood still. Called within the agreement's transaction.
 */
export async function resumeCommitmentsOf(
  tx: Transaction,
  context: Context,
  { agreementId, on, operation }: Resuming,
): Promise<number> {
  const paused = (await openInstancesOf(tx, agreementId)).flatMap((open) =>
    open.instance.pausedFrom === null ? [] : [{ ...open, from: open.instance.pausedFrom }],
  );
  const changes = [];
  const acts = [];
  for (const { commitment, instance, from } of paused) {
    const days = Math.max(0, daysFrom(from, on));
    const after = await changeInstance(tx, instance, {
      paused_from: null,
      paused_days: instance.pausedDays + days,
      due_on: dayAfter(instance.dueOn, days),
      cure_by: instance.cureBy === null ? null : dayAfter(instance.cureBy, days),
    });
    changes.push({ before: instance, after });
    acts.push({ commitment, act: 'resumed', on, instanceId: instance.id, details: { days } } as const);
  }
  await keepActs(tx, context, acts);
  await recordCommitments(tx, context, operation, [], changes);
  return changes.length;
}
