import type { complianceOperations } from '#contract/compliance/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { insertHoliday } from '#database/compliance/calendar-store.ts';
import { hasHoliday } from '#database/compliance/calendar-views.ts';
import { inScope } from '#database/connection.ts';
import { permitKeepCalendars } from '#domain/compliance/permissions.ts';
import { refuse } from '#domain/compliance/refusals.ts';
import { getPlace } from '../actors/look-up.ts';
import type { Context } from '../context.ts';
import { newId } from '../new-id.ts';
import { recordCalendar } from './calendar-deed.ts';

type Operation = typeof complianceOperations.createHoliday;

export async function createHoliday(
  context: Context,
  { body }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const place = await getPlace(tx, body.territory);
    permitKeepCalendars(context.actor, place.id);
    if (await hasHoliday(tx, { territoryId: place.id, on: body.on, exceptId: null }))
      throw refuse('compliance.holiday-there', { field: 'on' });
    const id = newId();
    const said = { on_day: body.on, name: body.name, source_id: body.sourceId ?? null };
    await insertHoliday(tx, { id, country: place.country, territory_id: place.id, ...said });
    const deed = { operation: 'createHoliday', kind: 'holiday', id, territoryId: place.id } as const;
    await recordCalendar(tx, context, { ...deed, before: null, after: said });
    return { id, version: 1 };
  });
}
