import type { InputOf } from '#contract/operation.ts';
import type { surveysOperations } from '#contract/surveys/index.ts';
import { refuse } from '#domain/surveys/refusals.ts';
import type { Transaction } from '../context.ts';
import { getEstimated } from './survey-deed.ts';

export type SurveyBody = InputOf<typeof surveysOperations.updateSurvey>['body'];

/** What is written of a survey, as columns, once every indicator of it is known to be an estimate. */
export async function columnsOfSurvey(tx: Transaction, body: SurveyBody) {
  if (body.fieldworkTo < body.fieldworkFrom)
    throw refuse('surveys.period-reversed', { field: 'fieldworkTo' });
  for (const [index, { indicator }] of body.questions.entries())
    await getEstimated(tx, indicator, `questions.${index}.indicator`);
  return {
    title: body.title,
    population: body.population,
    fieldwork_from: body.fieldworkFrom,
    fieldwork_to: body.fieldworkTo,
    answers: body.answers,
    note: body.note,
    design: JSON.stringify(body.design),
    questions: JSON.stringify(body.questions),
  };
}
