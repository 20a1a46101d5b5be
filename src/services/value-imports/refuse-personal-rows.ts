import { identifyingHeaders, surveyHeaders } from '#domain/values/import/personal-rows.ts';
import { refuse } from '#domain/values/refusals.ts';
import type { RowSource } from '#formats/values/row-source.ts';

/**
 * Refuses what is not figures but persons.
 * @throws Refusal `values.survey-answers` where each row is one person's answers, `values.personal-rows` where rows identify persons
 */
export function refusePersonalRows({ headers }: Pick<RowSource, 'headers'>): void {
  const named = identifyingHeaders(headers);
  if (named.length > 0) throw refuse('values.personal-rows', { values: { headers: named.join(', ') } });
  const survey = surveyHeaders(headers);
  if (survey.length > 0) throw refuse('values.survey-answers', { values: { headers: survey.join(', ') } });
}
