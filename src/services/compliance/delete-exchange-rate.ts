import type { complianceOperations } from '#contract/compliance/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { deleteCalendarRow } from '#database/compliance/calendar-store.ts';
import { findExchangeRate } from '#database/compliance/calendar-views.ts';
import { inScope } from '#database/connection.ts';
import { refuse } from '#domain/compliance/refusals.ts';
import type { Context } from '../context.ts';
import { openCalendarRow, recordCalendar, staleCalendarRow } from './calendar-deed.ts';

type Operation = typeof complianceOperations.deleteExchangeRate;

export async function deleteExchangeRate(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { version } = input;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const missing = refuse('compliance.rate-not-found');
    const row = openCalendarRow(context, await findExchangeRate(tx, input.rateId), { version, missing });
    if (!(await deleteCalendarRow(tx, 'exchange_rate', row))) throw staleCalendarRow(row);
    const { from_currency, to_currency, rate, on_day, source } = row;
    const before = { from_currency, to_currency, rate, on_day, source };
    const deed = { operation: 'deleteExchangeRate', kind: 'exchange-rate', id: row.id } as const;
    await recordCalendar(tx, context, { ...deed, territoryId: row.territory_id, before, after: null });
    return { done: true };
  });
}
