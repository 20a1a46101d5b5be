import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { territoriesOperations } from '#contract/territories.ts';
import { inScope } from '#database/connection.ts';
import { saveFigure } from '#database/territories/deed-store.ts';
import type { TerritoryRow } from '#database/territories/write-views.ts';
import { permit } from '#domain/access/permissions.ts';
import { writeSharedWith } from '#domain/territories/populations.ts';
import { refuse } from '#domain/territories/refusals.ts';
import { record } from '../audit/record.ts';
import type { Context, Transaction } from '../context.ts';
import { getPlace } from './get-place.ts';
import { sourceIdOf } from './source-given.ts';
import { answerTerritory } from './territory-answer.ts';

type Operation = typeof territoriesOperations.recordPopulation;
type Body = InputOf<Operation>['body'];

export async function recordPopulation(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { body } = input;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const place = await getPlace(tx, input.reference);
    const sharers = await sharersOf(tx, context, place, body.sharedWith);
    const sourceId = await sourceIdOf(tx, place.country, body.source);
    const isShared = sharers.length > 1;
    for (const { id } of sharers) {
      await saveFigure(tx, {
        id,
        year: body.year,
        people: isShared ? null : body.people,
        sharedWith: isShared ? writeSharedWith(sharers.map((one) => one.code)) : null,
        sharedPeople: isShared ? body.people : null,
        method: body.method,
        sourceId,
        note: body.note,
        origin: 'person',
      });
    }
    await record(tx, context, {
      operation: 'recordPopulation',
      subjectKind: 'territory',
      subjectId: input.reference,
      territoryId: place.id,
      organisationId: null,
      before: null,
      after: { ...body, source: sourceId },
      freeText: ['note'],
    });
    return answerTerritory(tx, context, place.id);
  });
}

// A joint figure is of territories side by side: of one country and one level.
async function sharersOf(tx: Transaction, context: Context, place: TerritoryRow, given: Body['sharedWith']) {
  permit(context.actor, 'edit-territory', { territoryId: place.id });
  const sharers = new Map([[place.id, place]]);
  for (const reference of given) {
    const other = await getPlace(tx, reference);
    permit(context.actor, 'edit-territory', { territoryId: other.id });
    if (other.country !== place.country || other.level !== place.level) {
      const problem = {
        code: 'territories.shared-across-levels',
        field: 'sharedWith',
        values: { given: reference },
      };
      throw refuse('territories.invalid', { problems: [problem] });
    }
    sharers.set(other.id, other);
  }
  return [...sharers.values()];
}
