import type { SurveyRow } from '#database/surveys/survey-store.ts';
import type { LookUp } from '../actors/look-up.ts';

/** A survey in a line. */
export function showSurvey(row: SurveyRow, territory: ReturnType<LookUp['place']>) {
  return {
    id: row.id,
    title: row.title,
    territory,
    source: {
      id: row.sourceId,
      title: row.sourceTitle,
      publisher: row.sourcePublisher,
      address: row.sourceAddress,
      published: row.sourcePublished,
      verified: row.sourceVerified,
    },
    population: row.population,
    fieldworkFrom: row.fieldworkFrom,
    fieldworkTo: row.fieldworkTo,
    answers: row.answers,
    example: row.example,
  };
}
