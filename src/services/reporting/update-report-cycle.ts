import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { reportingOperations } from '#contract/reporting/index.ts';
import { inScope } from '#database/connection.ts';
import { updateCycleRow } from '#database/reporting/cycle-store.ts';
import { findCycle } from '#database/reporting/cycle-views.ts';
import { permitAsk } from '#domain/reporting/permissions.ts';
import { refuse } from '#domain/reporting/refusals.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { todayOf } from '../today.ts';

type Operation = typeof reportingOperations.updateReportCycle;

export async function updateReportCycle(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { title, dueOn, graceDays, isClosed } = input.body;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const cycle = await findCycle(tx, input.cycle);
    if (!cycle) throw refuse('reporting.cycle-not-found');
    permitAsk(context.actor, cycle.territoryId);
    if (dueOn < cycle.opensOn) {
      const problems = [{ code: 'reporting.due-before-opening', field: 'dueOn' }];
      throw refuse('reporting.cycle-faults', { problems });
    }
    const today = await todayOf(tx, context, cycle.territoryId);
    const change = { title, dueOn, graceDays, closedOn: isClosed ? (cycle.closedOn ?? today) : null };
    if (!(await updateCycleRow(tx, { id: cycle.id, version: input.version }, change)))
      throw refuseShared('shared.stale', { current: cycle });
    await record(tx, context, {
      operation: 'updateReportCycle',
      subjectKind: 'report-cycle',
      subjectId: cycle.id,
      territoryId: cycle.territoryId,
      organisationId: null,
      before: {
        title: cycle.title,
        dueOn: cycle.dueOn,
        graceDays: cycle.graceDays,
        closedOn: cycle.closedOn,
      },
      after: change,
    });
    return { id: cycle.id, version: input.version + 1 };
  });
}
