import type { complianceOperations } from '#contract/compliance/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { insertExchangeRate } from '#database/compliance/calendar-store.ts';
import { inScope } from '#database/connection.ts';
import { permitKeepCalendars } from '#domain/compliance/permissions.ts';
import { getPlace } from '../actors/look-up.ts';
import type { Context } from '../context.ts';
import { newId } from '../new-id.ts';
import { recordCalendar } from './calendar-deed.ts';
import { readRate } from './rate-body.ts';

type Operation = typeof complianceOperations.createExchangeRate;

export async function createExchangeRate(
  context: Context,
  { body }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const place = await getPlace(tx, body.territory);
    permitKeepCalendars(context.actor, place.id);
    const said = await readRate(tx, body, { country: place.country, exceptId: null });
    const id = newId();
    await insertExchangeRate(tx, { id, country: place.country, territory_id: place.id, ...said });
    const deed = { operation: 'createExchangeRate', kind: 'exchange-rate', id } as const;
    await recordCalendar(tx, context, { ...deed, territoryId: place.id, before: null, after: said });
    return { id, version: 1 };
  });
}
