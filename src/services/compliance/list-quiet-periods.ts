import type { complianceOperations } from '#contract/compliance/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { listQuietPeriodRows } from '#database/compliance/calendar-views.ts';
import { inScope } from '#database/connection.ts';
import { mayKeepCalendars } from '#domain/compliance/permissions.ts';
import { getPlace, lookUp } from '../actors/look-up.ts';
import type { Context } from '../context.ts';

type Operation = typeof complianceOperations.listQuietPeriods;

export async function listQuietPeriods(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const place = await getPlace(tx, input.territory);
    const rows = await listQuietPeriodRows(tx, place.id);
    const names = await lookUp(tx, context, { territories: rows.map((row) => row.territory_id) });
    return {
      items: rows.map((row) => ({
        id: row.id,
        from: row.from_day,
        to: row.to_day,
        reason: row.reason,
        territory: names.place(row.territory_id),
        version: row.version,
      })),
      abilities: mayKeepCalendars(context.actor, place.id) ? ['oversee-agreement'] : [],
    };
  });
}
