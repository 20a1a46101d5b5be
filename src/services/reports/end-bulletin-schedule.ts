import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { reportsOperations } from '#contract/reports/index.ts';
import { inScope } from '#database/connection.ts';
import { deleteSchedule, findSchedule } from '#database/reports/schedule-store.ts';
import { permitKeep } from '#domain/reports/permissions.ts';
import { refuse } from '#domain/reports/refusals.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';

type Operation = typeof reportsOperations.endBulletinSchedule;

export async function endBulletinSchedule(
  context: Context,
  { schedule }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const found = await findSchedule(tx, schedule);
    if (!found) throw refuse('reports.schedule-not-found');
    const { kind, audience, daysAfter, territoryId, organisationId } = found;
    permitKeep(context.actor, { territoryId, organisationId });
    await deleteSchedule(tx, schedule);
    await record(tx, context, {
      operation: 'endBulletinSchedule',
      subjectKind: 'bulletin-schedule',
      subjectId: schedule,
      territoryId,
      organisationId,
      before: { kind, audience, daysAfter },
      after: null,
    });
    return { done: true };
  });
}
