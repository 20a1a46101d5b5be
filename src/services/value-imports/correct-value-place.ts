import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { valuePlaceOperations } from '#contract/values/places.ts';
import { inScope } from '#database/connection.ts';
import {
  deletePlaceAlias,
  findPlaceAlias,
  updatePlaceAlias,
} from '#database/value-imports/place-alias-store.ts';
import { permit } from '#domain/access/permissions.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import { refuse } from '#domain/values/refusals.ts';
import { getPlace } from '../actors/look-up.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { accountOf } from '../indicators/account-of.ts';

type Operation = typeof valuePlaceOperations.correctValuePlace;

/** Says that what files call so is another place, or lets it be asked again. What was imported stays as it is. */
export async function correctValuePlace(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { country, key, reason, territory, was } = input.body;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const alias = await findPlaceAlias(tx, { country, key });
    if (!alias) throw refuse('values.place-not-settled');
    permit(context.actor, 'import', { territoryId: alias.territoryId });
    const [seen, place] = [
      await getPlace(tx, was),
      territory === null ? null : await getPlace(tx, territory),
    ];
    if (alias.placeId !== seen.id) throw refuseShared('shared.stale', {});
    if (place !== null && place.country !== country)
      throw refuseShared('shared.invalid', {
        problems: [{ code: 'request.invalid-value', field: 'territory' }],
      });
    if (place === null) await deletePlaceAlias(tx, { country, key });
    else await updatePlaceAlias(tx, { country, key }, { placeId: place.id, accountId: accountOf(context) });
    await record(tx, context, {
      operation: 'correctValuePlace',
      subjectKind: 'value-place',
      subjectId: `${country} ${key}`.slice(0, 200),
      territoryId: alias.territoryId,
      organisationId: null,
      before: { place: alias.placeId },
      after: { place: place?.id ?? null, reason },
      freeText: ['reason'],
    });
    return { key };
  });
}
