import { findMeasured } from '#database/values/question-views.ts';
import { findSurvey, type SurveyRow } from '#database/surveys/survey-store.ts';
import { permitKeepSurvey } from '#domain/surveys/permissions.ts';
import { refuse } from '#domain/surveys/refusals.ts';
import { refuse as refuseValues } from '#domain/values/refusals.ts';
import { record } from '../audit/record.ts';
import type { Context, Transaction } from '../context.ts';

/** The survey that somebody means, or the refusal that there is none. */
export async function getSurveyRow(tx: Transaction, id: string): Promise<SurveyRow> {
  const survey = await findSurvey(tx, id);
  if (!survey) throw refuse('surveys.not-found');
  return survey;
}

/** The survey that somebody may change. */
export async function openSurvey(tx: Transaction, context: Context, id: string): Promise<SurveyRow> {
  const survey = await getSurveyRow(tx, id);
  permitKeepSurvey(context.actor, survey);
  return survey;
}

/** An indicator that surveys estimate. @throws Refusal where it is counted, added or made in another way */
export async function getEstimated(tx: Transaction, code: string, field: string) {
  const indicator = await findMeasured(tx, { code });
  if (!indicator) throw refuseValues('values.indicator-not-found', { field, values: { indicator: code } });
  if (indicator.composition !== 'estimate')
    throw refuse('surveys.not-an-estimate', { field, values: { indicator: code } });
  return indicator;
}

type Change = {
  readonly operation: string;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
  readonly freeText?: readonly string[];
};

/** Writes down what was done to a survey. */
export async function recordSurvey(
  tx: Transaction,
  context: Context,
  survey: Pick<SurveyRow, 'id' | 'territoryId' | 'organisationId'>,
  change: Change,
): Promise<void> {
  await record(tx, context, {
    ...change,
    subjectKind: 'survey',
    subjectId: survey.id,
    territoryId: survey.territoryId,
    organisationId: survey.organisationId,
  });
}
