import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { surveysOperations } from '#contract/surveys/index.ts';
import { inScope } from '#database/connection.ts';
import { insertSurvey } from '#database/surveys/survey-store.ts';
import { permitKeepSurvey } from '#domain/surveys/permissions.ts';
import { getPlace } from '../actors/look-up.ts';
import type { Context } from '../context.ts';
import { newId } from '../new-id.ts';
import { sourceIdOf } from '../territories/source-given.ts';
import { columnsOfSurvey } from './survey-body.ts';
import { recordSurvey } from './survey-deed.ts';

type Operation = typeof surveysOperations.createSurvey;

export async function createSurvey(
  context: Context,
  { body }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const place = await getPlace(tx, body.territory);
    permitKeepSurvey(context.actor, { territoryId: place.id });
    const columns = await columnsOfSurvey(tx, body);
    const { title } = body;
    const [publisher, address] = [body.publisher ?? undefined, body.address ?? undefined];
    const published = body.fieldworkTo.slice(0, 4);
    const source_id = await sourceIdOf(tx, place.country, { title, publisher, address, published });
    const id = newId();
    await insertSurvey(tx, { id, country: place.country, territory_id: place.id, source_id, ...columns });
    const survey = { id, territoryId: place.id, organisationId: null };
    await recordSurvey(tx, context, survey, {
      operation: 'createSurvey',
      before: null,
      after: columns,
      freeText: ['note'],
    });
    return { id, version: 1 };
  });
}
