import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { surveysOperations } from '#contract/surveys/index.ts';
import { inScope } from '#database/connection.ts';
import { updateSurveyRow } from '#database/surveys/survey-store.ts';
import { refuse } from '#domain/shared/refusals.ts';
import type { Context } from '../context.ts';
import { columnsOfSurvey } from './survey-body.ts';
import { getSurveyRow, openSurvey, recordSurvey } from './survey-deed.ts';

type Operation = typeof surveysOperations.updateSurvey;

export async function updateSurvey(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const survey = await openSurvey(tx, context, input.survey);
    const columns = await columnsOfSurvey(tx, input.body);
    const at = { id: survey.id, version: input.version };
    if (!(await updateSurveyRow(tx, at, columns)))
      throw refuse('shared.stale', { current: await getSurveyRow(tx, survey.id) });
    const { title, population, fieldworkFrom, fieldworkTo, answers, note, design, questions } = survey;
    await recordSurvey(tx, context, survey, {
      operation: 'updateSurvey',
      before: {
        title,
        population,
        fieldwork_from: fieldworkFrom,
        fieldwork_to: fieldworkTo,
        answers,
        note,
        design: JSON.stringify(design),
        questions: JSON.stringify(questions),
      },
      after: columns,
      freeText: ['note'],
    });
    return { id: survey.id, version: input.version + 1 };
  });
}
