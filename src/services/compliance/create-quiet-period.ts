import type { complianceOperations } from '#contract/compliance/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { insertQuietPeriod } from '#database/compliance/calendar-store.ts';
import { inScope } from '#database/connection.ts';
import { permitKeepCalendars } from '#domain/compliance/permissions.ts';
import { refuse } from '#domain/compliance/refusals.ts';
import { getPlace } from '../actors/look-up.ts';
import type { Context } from '../context.ts';
import { newId } from '../new-id.ts';
import { recordCalendar } from './calendar-deed.ts';

type Operation = typeof complianceOperations.createQuietPeriod;

export async function createQuietPeriod(
  context: Context,
  { body }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const place = await getPlace(tx, body.territory);
    permitKeepCalendars(context.actor, place.id);
    if (body.to < body.from) throw refuse('compliance.ends-before-it-begins', { field: 'to' });
    const id = newId();
    const said = { from_day: body.from, to_day: body.to, reason: body.reason };
    await insertQuietPeriod(tx, { id, country: place.country, territory_id: place.id, ...said });
    const deed = { operation: 'createQuietPeriod', kind: 'quiet-period', id } as const;
    await recordCalendar(tx, context, { ...deed, territoryId: place.id, before: null, after: said });
    return { id, version: 1 };
  });
}
