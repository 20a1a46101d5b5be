import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { surveysOperations } from '#contract/surveys/index.ts';
import { inScope } from '#database/connection.ts';
import { listSurveyRows } from '#database/surveys/survey-store.ts';
import { maySomewhere } from '#domain/access/permissions.ts';
import { lookUp, spanOf } from '../actors/look-up.ts';
import { cutPage, readIdCursor } from '../actors/page-cursor.ts';
import type { Context } from '../context.ts';
import { showSurvey } from './show-survey.ts';

type Operation = typeof surveysOperations.listSurveys;

export async function listSurveys(context: Context, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  const after = readIdCursor(input.after);
  return inScope(context.database, context.actor.scope, async (tx) => {
    const rows = await listSurveyRows(tx, await spanOf(tx, input.territory), {
      after,
      limit: input.limit + 1,
    });
    const { shown, next } = cutPage(rows, input.limit, (row) => row.id);
    const names = await lookUp(tx, context, { territories: shown.map(({ territoryId }) => territoryId) });
    return {
      items: shown.map((row) => showSurvey(row, names.place(row.territoryId))),
      next,
      abilities: maySomewhere(context.actor, 'edit-indicator') ? ['edit-indicator'] : [],
    };
  });
}
