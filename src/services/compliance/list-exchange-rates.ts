import type { complianceOperations } from '#contract/compliance/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { listExchangeRateRows } from '#database/compliance/calendar-views.ts';
import { inScope } from '#database/connection.ts';
import { mayKeepCalendars } from '#domain/compliance/permissions.ts';
import { getPlace } from '../actors/look-up.ts';
import type { Context } from '../context.ts';

type Operation = typeof complianceOperations.listExchangeRates;

export async function listExchangeRates(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const place = await getPlace(tx, input.territory);
    const rows = await listExchangeRateRows(tx, place.country);
    return {
      items: rows.map((row) => ({
        id: row.id,
        from: row.from_currency,
        to: row.to_currency,
        // The column holds ten decimals; nobody writes those that say nothing.
        rate: row.rate.replace(/\.?0+$/, ''),
        on: row.on_day,
        source: row.source,
        version: row.version,
      })),
      abilities: mayKeepCalendars(context.actor, place.id) ? ['oversee-agreement'] : [],
    };
  });
}
