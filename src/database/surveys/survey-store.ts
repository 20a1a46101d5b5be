import { sql, type Insertable } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { DB } from '#database/schema.ts';
import type { SurveyDesign, SurveyQuestion } from '#domain/surveys/survey.ts';

const surveys = (tx: Transaction) =>
  tx
    .selectFrom('survey as s')
    .innerJoin('source as o', 'o.id', 's.source_id')
    .select([
      's.id',
      's.country',
      's.territory_id as territoryId',
      's.organisation_id as organisationId',
      's.source_id as sourceId',
      's.title',
      's.population',
      's.fieldwork_from as fieldworkFrom',
      's.fieldwork_to as fieldworkTo',
      's.answers',
      's.note',
      's.design',
      's.questions',
      's.example',
      's.version',
      'o.title as sourceTitle',
      'o.publisher as sourcePublisher',
      'o.address as sourceAddress',
      'o.published as sourcePublished',
      'o.verified as sourceVerified',
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof surveys>['execute']>>[number];

// Written by this room alone, by the same shapes.
function surveyOf(row: Row) {
  return {
    ...row,
    design: row.design as unknown as SurveyDesign,
    questions: row.questions as unknown as SurveyQuestion[],
  };
}

export type SurveyRow = ReturnType<typeof surveyOf>;

export async function findSurvey(tx: Transaction, id: string): Promise<SurveyRow | undefined> {
  const row = await surveys(tx).where('s.id', '=', id).executeTakeFirst();
  return row && surveyOf(row);
}

/** Surveys, the last in the field first. */
export async function listSurveyRows(
  tx: Transaction,
  within: { readonly low: number; readonly high: number } | null,
  page: { readonly after: string | null; readonly limit: number },
): Promise<SurveyRow[]> {
  let query = surveys(tx).orderBy('s.fieldwork_to', 'desc').orderBy('s.id', 'desc').limit(page.limit);
  if (within)
    query = query.where('s.territory_id', '>=', within.low).where('s.territory_id', '<=', within.high);
  if (page.after !== null)
    query = query.where(
      sql<boolean>`(s.fieldwork_to, s.id) < (select a.fieldwork_to, a.id from survey a where a.id = ${page.after}::uuid)`,
    );
  return (await query.execute()).map(surveyOf);
}

export async function insertSurvey(tx: Transaction, row: Insertable<DB['survey']>): Promise<void> {
  await tx.insertInto('survey').values(row).execute();
}

/** Changes a survey that is still at the version that was edited; false when it is not. */
export async function updateSurveyRow(
  tx: Transaction,
  at: { readonly id: string; readonly version: number },
  change: Partial<Insertable<DB['survey']>>,
): Promise<boolean> {
  const result = await tx
    .updateTable('survey')
    .set({ ...change, version: at.version + 1, updated_at: sql`now()` })
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function insertConfirmation(
  tx: Transaction,
  row: Insertable<DB['survey_confirmation']>,
): Promise<void> {
  await tx.insertInto('survey_confirmation').values(row).execute();
}

/** What was last answered for before answers were read. */
export async function findConfirmation(tx: Transaction, surveyId: string) {
  return tx
    .selectFrom('survey_confirmation')
    .select(['purpose', 'legal_basis as legalBasis', 'who_may_see as whoMaySee', 'confirmed_on as on'])
    .where('survey_id', '=', surveyId)
    .orderBy('done_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export async function insertSurveyImport(
  tx: Transaction,
  row: Insertable<DB['survey_import']>,
): Promise<void> {
  await tx.insertInto('survey_import').values(row).execute();
}

export async function listSurveyImports(tx: Transaction, surveyId: string) {
  return tx
    .selectFrom('survey_import')
    .select(['rows', 'used', 'estimates', 'withheld', 'imported_at as importedAt'])
    .where('survey_id', '=', surveyId)
    .orderBy('imported_at', 'desc')
    .execute();
}

/** Notes that a series holds what a survey estimates. */
export async function linkSurveySeries(tx: Transaction, surveyId: string, seriesId: number): Promise<void> {
  await tx
    .insertInto('survey_series')
    .values({ survey_id: surveyId, series_id: seriesId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The series of a survey, with what is needed to read them. */
export async function listSurveySeries(tx: Transaction, surveyId: string) {
  return tx
    .selectFrom('survey_series as x')
    .innerJoin('series as s', 's.id', 'x.series_id')
    .innerJoin('indicator as i', 'i.id', 's.indicator_id')
    .select(['s.id', 's.level', 's.grain', 'i.id as indicatorId', 'i.code'])
    .where('x.survey_id', '=', surveyId)
    .where('s.standing', '=', 'current')
    .orderBy('i.code')
    .orderBy('s.level')
    .orderBy('s.grain')
    .execute();
}

export type NewInterval = Insertable<DB['value_interval']>;

/** Keeps what estimates say of their own uncertainty; an estimate that is told without takes a former one away. */
export async function writeIntervals(
  tx: Transaction,
  cells: readonly (Omit<NewInterval, 'method'> & { readonly method: string | null })[],
): Promise<void> {
  for (const { method, ...cell } of cells) {
    await tx
      .deleteFrom('value_interval')
      .where('series_id', '=', cell.series_id)
      .where('disaggregation_id', '=', cell.disaggregation_id)
      .where('period', '=', cell.period)
      .where('territory_id', '=', cell.territory_id)
      .execute();
    if (method !== null)
      await tx
        .insertInto('value_interval')
        .values({ ...cell, method })
        .execute();
  }
}

/** Whether a dimension has a category. */
export async function hasCategory(
  tx: Transaction,
  { dimension, category }: { readonly dimension: string; readonly category: string },
): Promise<boolean> {
  const row = await tx
    .selectFrom('dimension_category')
    .select('code')
    .where('dimension', '=', dimension)
    .where('code', '=', category)
    .executeTakeFirst();
  return row !== undefined;
}
