import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { territoriesOperations } from '#contract/territories.ts';
import { inScope } from '#database/connection.ts';
import { addSuccessions, countPartsInForce, endTerritoryRow } from '#database/territories/deed-store.ts';
import { indexTerritories } from '#database/territories/search-entries.ts';
import { permit } from '#domain/access/permissions.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import { refuse } from '#domain/territories/refusals.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { placesOf } from './create-territory.ts';
import { getPlace } from './get-place.ts';
import { answerTerritory } from './territory-answer.ts';

type Operation = typeof territoriesOperations.endTerritory;

export async function endTerritory(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { on, successors, note } = input.body;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const place = await getPlace(tx, input.reference);
    permit(context.actor, 'edit-territory', { territoryId: place.id });
    if (place.level === 0) throw refuse('territories.country-stays');
    if (place.validTo !== null) throw refuse('territories.already-ended', { values: { on: place.validTo } });
    if (place.validFrom !== null && on <= place.validFrom) {
      const problem = {
        code: 'territories.ends-before-it-begins',
        field: 'on',
        values: { from: place.validFrom, to: on },
      };
      throw refuse('territories.invalid', { problems: [problem] });
    }
    const parts = await countPartsInForce(tx, place.id, on);
    if (parts > 0) throw refuse('territories.has-parts', { values: { parts } });
    const following = await placesOf(tx, context, successors);
    if (following.some(({ row }) => row.id === place.id)) {
      const problem = {
        code: 'territories.succeeds-itself',
        field: 'successors',
        values: { given: place.code },
      };
      throw refuse('territories.invalid', { problems: [problem] });
    }
    if (!(await endTerritoryRow(tx, place.id, input.version, on))) {
      throw refuseShared('shared.stale', { current: await answerTerritory(tx, context, place.id) });
    }
    await addSuccessions(
      tx,
      following.map(({ row, kind }) => ({ predecessorId: place.id, successorId: row.id, on, kind, note })),
    );
    await indexTerritories(tx, place.country, [place.id]);
    await record(tx, context, {
      operation: 'endTerritory',
      subjectKind: 'territory',
      subjectId: input.reference,
      territoryId: place.id,
      organisationId: null,
      before: { validTo: null },
      after: { validTo: on, successors: successors.map((one) => one.reference), note },
      freeText: ['note'],
    });
    return answerTerritory(tx, context, place.id);
  });
}
