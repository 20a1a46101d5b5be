import type { complianceOperations } from '#contract/compliance/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { listHolidayRows } from '#database/compliance/calendar-views.ts';
import { inScope } from '#database/connection.ts';
import { mayKeepCalendars } from '#domain/compliance/permissions.ts';
import { getPlace, lookUp } from '../actors/look-up.ts';
import type { Context } from '../context.ts';

type Operation = typeof complianceOperations.listHolidays;

export async function listHolidays(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const place = await getPlace(tx, input.territory);
    const rows = await listHolidayRows(tx, place.id, input.year);
    const names = await lookUp(tx, context, {
      territories: rows.map((row) => row.territory_id),
      sources: rows.map((row) => row.source_id),
    });
    return {
      items: rows.map((row) => ({
        id: row.id,
        on: row.on_day,
        name: row.name,
        territory: names.place(row.territory_id),
        source: names.source(row.source_id),
        version: row.version,
      })),
      abilities: mayKeepCalendars(context.actor, place.id) ? ['oversee-agreement'] : [],
    };
  });
}
