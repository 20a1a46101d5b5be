import type { complianceOperations } from '#contract/compliance/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { updateHolidayRow } from '#database/compliance/calendar-store.ts';
import { findHoliday, hasHoliday } from '#database/compliance/calendar-views.ts';
import { inScope } from '#database/connection.ts';
import { refuse } from '#domain/compliance/refusals.ts';
import type { Context } from '../context.ts';
import { openCalendarRow, recordCalendar, staleCalendarRow } from './calendar-deed.ts';

type Operation = typeof complianceOperations.updateHoliday;

export async function updateHoliday(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { body, version } = input;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const missing = refuse('compliance.holiday-not-found');
    const row = openCalendarRow(context, await findHoliday(tx, input.holidayId), { version, missing });
    if (await hasHoliday(tx, { territoryId: row.territory_id, on: body.on, exceptId: row.id }))
      throw refuse('compliance.holiday-there', { field: 'on' });
    const before = { on_day: row.on_day, name: row.name, source_id: row.source_id };
    const after = { on_day: body.on, name: body.name, source_id: body.sourceId ?? row.source_id };
    // Whoever corrects what the pack brought makes it their own.
    if (!(await updateHolidayRow(tx, row, { ...after, origin: 'person' }))) throw staleCalendarRow(row);
    const deed = { operation: 'updateHoliday', kind: 'holiday', id: row.id } as const;
    await recordCalendar(tx, context, { ...deed, territoryId: row.territory_id, before, after });
    return { id: row.id, version: row.version + 1 };
  });
}
