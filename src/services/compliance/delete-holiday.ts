import type { complianceOperations } from '#contract/compliance/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { deleteCalendarRow } from '#database/compliance/calendar-store.ts';
import { findHoliday } from '#database/compliance/calendar-views.ts';
import { inScope } from '#database/connection.ts';
import { refuse } from '#domain/compliance/refusals.ts';
import type { Context } from '../context.ts';
import { openCalendarRow, recordCalendar, staleCalendarRow } from './calendar-deed.ts';

type Operation = typeof complianceOperations.deleteHoliday;

export async function deleteHoliday(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { version } = input;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const missing = refuse('compliance.holiday-not-found');
    const row = openCalendarRow(context, await findHoliday(tx, input.holidayId), { version, missing });
    if (!(await deleteCalendarRow(tx, 'holiday', row))) throw staleCalendarRow(row);
    const before = { on_day: row.on_day, name: row.name, source_id: row.source_id };
    const deed = { operation: 'deleteHoliday', kind: 'holiday', id: row.id } as const;
    await recordCalendar(tx, context, { ...deed, territoryId: row.territory_id, before, after: null });
    return { done: true };
  });
}
