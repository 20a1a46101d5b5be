import type { complianceOperations } from '#contract/compliance/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { deleteCalendarRow } from '#database/compliance/calendar-store.ts';
import { findQuietPeriod } from '#database/compliance/calendar-views.ts';
import { inScope } from '#database/connection.ts';
import { refuse } from '#domain/compliance/refusals.ts';
import type { Context } from '../context.ts';
import { openCalendarRow, recordCalendar, staleCalendarRow } from './calendar-deed.ts';

type Operation = typeof complianceOperations.deleteQuietPeriod;

export async function deleteQuietPeriod(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { version } = input;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const missing = refuse('compliance.quiet-period-not-found');
    const row = openCalendarRow(context, await findQuietPeriod(tx, input.periodId), { version, missing });
    if (!(await deleteCalendarRow(tx, 'quiet_period', row))) throw staleCalendarRow(row);
    const before = { from_day: row.from_day, to_day: row.to_day, reason: row.reason };
    const deed = { operation: 'deleteQuietPeriod', kind: 'quiet-period', id: row.id } as const;
    await recordCalendar(tx, context, { ...deed, territoryId: row.territory_id, before, after: null });
    return { done: true };
  });
}
