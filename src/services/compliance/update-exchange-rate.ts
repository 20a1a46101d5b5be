import type { complianceOperations } from '#contract/compliance/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { updateExchangeRateRow } from '#database/compliance/calendar-store.ts';
import { findExchangeRate } from '#database/compliance/calendar-views.ts';
import { inScope } from '#database/connection.ts';
import { refuse } from '#domain/compliance/refusals.ts';
import type { Context } from '../context.ts';
import { openCalendarRow, recordCalendar, staleCalendarRow } from './calendar-deed.ts';
import { readRate } from './rate-body.ts';

type Operation = typeof complianceOperations.updateExchangeRate;

export async function updateExchangeRate(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { body, version } = input;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const missing = refuse('compliance.rate-not-found');
    const row = openCalendarRow(context, await findExchangeRate(tx, input.rateId), { version, missing });
    const after = await readRate(tx, body, { country: row.country, exceptId: row.id });
    if (!(await updateExchangeRateRow(tx, row, after))) throw staleCalendarRow(row);
    const { from_currency, to_currency, rate, on_day, source } = row;
    const before = { from_currency, to_currency, rate, on_day, source };
    const deed = { operation: 'updateExchangeRate', kind: 'exchange-rate', id: row.id } as const;
    await recordCalendar(tx, context, { ...deed, territoryId: row.territory_id, before, after });
    return { id: row.id, version: row.version + 1 };
  });
}
