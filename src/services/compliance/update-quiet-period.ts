import type { complianceOperations } from '#contract/compliance/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { updateQuietPeriodRow } from '#database/compliance/calendar-store.ts';
import { findQuietPeriod } from '#database/compliance/calendar-views.ts';
import { inScope } from '#database/connection.ts';
import { refuse } from '#domain/compliance/refusals.ts';
import type { Context } from '../context.ts';
import { openCalendarRow, recordCalendar, staleCalendarRow } from './calendar-deed.ts';

type Operation = typeof complianceOperations.updateQuietPeriod;

export async function updateQuietPeriod(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { body, version } = input;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const missing = refuse('compliance.quiet-period-not-found');
    const row = openCalendarRow(context, await findQuietPeriod(tx, input.periodId), { version, missing });
    if (body.to < body.from) throw refuse('compliance.ends-before-it-begins', { field: 'to' });
    const before = { from_day: row.from_day, to_day: row.to_day, reason: row.reason };
    const after = { from_day: body.from, to_day: body.to, reason: body.reason };
    if (!(await updateQuietPeriodRow(tx, row, after))) throw staleCalendarRow(row);
    const deed = { operation: 'updateQuietPeriod', kind: 'quiet-period', id: row.id } as const;
    await recordCalendar(tx, context, { ...deed, territoryId: row.territory_id, before, after });
    return { id: row.id, version: row.version + 1 };
  });
}
