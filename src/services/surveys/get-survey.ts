import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { surveysOperations } from '#contract/surveys/index.ts';
import { inScope } from '#database/connection.ts';
import { findConfirmation, listSurveyImports } from '#database/surveys/survey-store.ts';
import { mayKeepSurvey } from '#domain/surveys/permissions.ts';
import { lookUp } from '../actors/look-up.ts';
import type { Context } from '../context.ts';
import { readEstimates } from './read-estimates.ts';
import { showSurvey } from './show-survey.ts';
import { getSurveyRow } from './survey-deed.ts';

type Operation = typeof surveysOperations.getSurvey;

export async function getSurvey(context: Context, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  const found = await inScope(context.database, context.actor.scope, async (tx) => {
    const survey = await getSurveyRow(tx, input.survey);
    const names = await lookUp(tx, context, { territories: [survey.territoryId] });
    return {
      survey,
      territory: names.place(survey.territoryId),
      confirmation: (await findConfirmation(tx, survey.id)) ?? null,
      imports: await listSurveyImports(tx, survey.id),
    };
  });
  const { survey, territory, confirmation, imports } = found;
  const { note, design, questions, version } = survey;
  return {
    ...showSurvey(survey, territory),
    note,
    design,
    questions,
    estimates: await readEstimates(context, survey),
    confirmation,
    imports: imports.map((one) => ({ ...one, importedAt: one.importedAt.toISOString() })),
    abilities: mayKeepSurvey(context.actor, survey) ? ['edit-indicator'] : [],
    version,
  };
}
