import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { territoriesOperations } from '#contract/territories.ts';
import { inScope } from '#database/connection.ts';
import { addAliasRow } from '#database/territories/deed-store.ts';
import { indexTerritories } from '#database/territories/search-entries.ts';
import { permit } from '#domain/access/permissions.ts';
import { fold } from '#domain/shared/fold.ts';
import { refuse } from '#domain/territories/refusals.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { getPlace } from './get-place.ts';
import { sourceIdOf } from './source-given.ts';
import { answerTerritory } from './territory-answer.ts';

type Operation = typeof territoriesOperations.addTerritoryAlias;

export async function addTerritoryAlias(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const place = await getPlace(tx, input.reference);
    permit(context.actor, 'edit-territory', { territoryId: place.id });
    const { name, kind, source } = input.body;
    const sourceId = source ? await sourceIdOf(tx, place.country, source) : null;
    const isNew =
      fold(name) !== fold(place.name) && (await addAliasRow(tx, { id: place.id, name, kind, sourceId }));
    if (!isNew) throw refuse('territories.name-taken', { field: 'name', values: { name } });
    await indexTerritories(tx, place.country, [place.id]);
    await record(tx, context, {
      operation: 'addTerritoryAlias',
      subjectKind: 'territory',
      subjectId: input.reference,
      territoryId: place.id,
      organisationId: null,
      before: null,
      after: { name, kind, source: sourceId },
    });
    return answerTerritory(tx, context, place.id);
  });
}
