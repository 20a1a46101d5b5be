import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { territoriesOperations } from '#contract/territories.ts';
import { inScope } from '#database/connection.ts';
import { addAliasRow, removeAliasRow, renameTerritoryRow } from '#database/territories/deed-store.ts';
import { indexTerritories } from '#database/territories/search-entries.ts';
import { permit } from '#domain/access/permissions.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import { refuse } from '#domain/territories/refusals.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { getPlace } from './get-place.ts';
import { answerTerritory } from './territory-answer.ts';

type Operation = typeof territoriesOperations.renameTerritory;

export async function renameTerritory(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const place = await getPlace(tx, input.reference);
    permit(context.actor, 'edit-territory', { territoryId: place.id });
    if (place.level === 0) throw refuse('territories.country-stays');
    const { name, keepFormerName, reason } = input.body;
    if (name === place.name) {
      throw refuse('territories.invalid', { problems: [{ code: 'territories.same-name', field: 'name' }] });
    }
    if (!(await renameTerritoryRow(tx, place.id, input.version, name))) {
      throw refuseShared('shared.stale', { current: await answerTerritory(tx, context, place.id) });
    }
    await removeAliasRow(tx, place.id, name);
    if (keepFormerName)
      await addAliasRow(tx, { id: place.id, name: place.name, kind: 'former', sourceId: null });
    await indexTerritories(tx, place.country, [place.id]);
    await record(tx, context, {
      operation: 'renameTerritory',
      subjectKind: 'territory',
      subjectId: input.reference,
      territoryId: place.id,
      organisationId: null,
      before: { name: place.name },
      after: { name, reason },
      freeText: ['reason'],
    });
    return answerTerritory(tx, context, place.id);
  });
}
