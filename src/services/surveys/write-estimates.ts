import { findSeriesLike, insertSeries } from '#database/values/series-store.ts';
import { disaggregationOf, insertBatch, writeValues, type GivenValue } from '#database/values/value-store.ts';
import { findPlaces, type PlaceRow } from '#database/actors/place-views.ts';
import {
  hasCategory,
  linkSurveySeries,
  writeIntervals,
  type SurveyRow,
} from '#database/surveys/survey-store.ts';
import { periodOf } from '#domain/indicators/period.ts';
import type { Estimated } from '#domain/surveys/estimate-survey.ts';
import { refuse } from '#domain/surveys/refusals.ts';
import { getPlace } from '../actors/look-up.ts';
import type { Context, Transaction } from '../context.ts';
import { getEstimated } from './survey-deed.ts';

/** An estimate as it is written: one that a source published may come without error, interval and number of answers. */
export type ToWrite = Pick<Estimated, 'indicator' | 'territory' | 'group' | 'value' | 'low' | 'high'> & {
  readonly standardError: number | null;
  readonly answers: number | null;
};

type Order = {
  readonly kind: 'import' | 'entry';
  readonly sourceVersion: string | null;
  readonly estimates: readonly ToWrite[];
};

/** Writes estimates as figures of the survey's source, for the year in which its fieldwork ended. They are never added. */
export async function writeEstimates(tx: Transaction, context: Context, survey: SurveyRow, order: Order) {
  const batchId = await insertBatch(tx, {
    kind: order.kind,
    country: survey.country,
    territoryId: survey.territoryId,
    organisationId: survey.organisationId,
    sourceVersion: order.sourceVersion,
    cutoffOn: survey.fieldworkTo,
    accountId: context.actor.kind === 'account' ? context.actor.accountId : null,
  });
  const period = periodOf('year', survey.fieldworkTo).start;
  const whole = (await findPlaces(tx, [survey.territoryId])).get(survey.territoryId);
  if (!whole) throw new Error(`there is no territory ${survey.territoryId}`);
  const at = { survey, whole, period };
  const cells = [];
  for (const estimate of order.estimates) cells.push({ estimate, cell: await cellOf(tx, at, estimate) });
  const written = await writeValues(
    tx,
    batchId,
    cells.map(({ cell }) => cell),
  );
  await writeIntervals(
    tx,
    cells.map(({ cell, estimate }) => ({
      series_id: cell.seriesId,
      disaggregation_id: cell.disaggregationId,
      period,
      territory_id: cell.territoryId,
      low: estimate.low,
      high: estimate.high,
      standard_error: estimate.standardError,
      answers: estimate.answers,
      method: estimate.standardError !== null ? 'taylor' : estimate.low === null ? null : 'published',
    })),
  );
  return { batchId, written };
}

type At = { readonly survey: SurveyRow; readonly whole: PlaceRow; readonly period: string };

async function cellOf(
  tx: Transaction,
  { survey, whole, period }: At,
  { indicator, territory, group, value }: ToWrite,
): Promise<GivenValue> {
  const place = territory === null ? whole : await getPlace(tx, territory);
  if (place.id < whole.id || place.id > whole.lastId)
    throw refuse('surveys.place-outside', { field: 'territory', values: { territory: place.name } });
  if (group && !(await hasCategory(tx, group)))
    throw refuse('surveys.category-not-known', { values: { ...group } });
  const grain = group === null ? [] : [group.dimension];
  return {
    seriesId: await seriesOf(tx, survey, { code: indicator, level: place.level, grain }),
    disaggregationId: await disaggregationOf(tx, group === null ? {} : { [group.dimension]: group.category }),
    period,
    territoryId: place.id,
    value,
    state: 0,
  };
}

async function seriesOf(
  tx: Transaction,
  survey: SurveyRow,
  { code, level, grain }: { code: string; level: number; grain: readonly string[] },
): Promise<number> {
  const indicator = await getEstimated(tx, code, 'indicator');
  const like = {
    indicator_id: indicator.id,
    country: survey.country,
    source_id: survey.sourceId,
    period_kind: 'year',
    level,
    grain: [...grain],
  };
  const known = await findSeriesLike(tx, like);
  const id =
    known ??
    (await insertSeries(tx, {
      ...like,
      territory_id: survey.territoryId,
      organisation_id: survey.organisationId,
      title: survey.title,
      adds: false,
      // An estimate of thirty answers or more points at nobody.
      is_published: true,
      counting_unit: 'respondents',
      origin: 'import',
      example: survey.example,
    }));
  if (id === undefined) throw new Error('a series is neither there nor can it be made');
  await linkSurveySeries(tx, survey.id, id);
  return id;
}
