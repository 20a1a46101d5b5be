import { inScope } from '#database/connection.ts';
import { listDimensionRows } from '#database/indicators/dimension-views.ts';
import { listSurveySeries, type SurveyRow } from '#database/surveys/survey-store.ts';
import { endOf, periodOf, writePeriod } from '#domain/indicators/period.ts';
import { lookUp } from '../actors/look-up.ts';
import type { Context } from '../context.ts';
import type { FigureAnswer } from '../values/figure-question.ts';
import { groupTitle } from '../values/group-title.ts';
import { readFigures } from '../values/read-figures.ts';

/** What a survey estimates, by the one door by which figures leave, each with what it says of its own uncertainty. */
export async function readEstimates(context: Context, survey: SurveyRow) {
  const series = await inScope(context.database, context.actor.scope, (tx) =>
    listSurveySeries(tx, survey.id),
  );
  const year = periodOf('year', survey.fieldworkTo);
  const shown = [];
  for (const one of series) {
    const answer = await readFigures(context, {
      indicator: one.indicatorId,
      level: one.level,
      within: survey.territoryId,
      from: year.start,
      to: endOf(year),
      period: 'year',
      by: one.grain,
      series: one.id,
    });
    shown.push(...(await showEstimates(context, answer)));
  }
  return shown;
}

async function showEstimates(context: Context, answer: FigureAnswer) {
  const { indicator, period } = answer;
  const isEnglish = context.language === 'en';
  const told = answer.cells.filter(({ value }) => value !== null);
  const { dimensions, names } = await inScope(context.database, context.actor.scope, async (tx) => ({
    dimensions: await listDimensionRows(tx),
    names: await lookUp(tx, context, { territories: told.map(({ territoryId }) => territoryId) }),
  }));
  const keys = new Map(answer.disaggregations.map(({ id, key }) => [id, key]));
  return told.map((cell) => {
    const { estimate } = cell;
    return {
      indicator: indicator.code,
      title: isEnglish ? (indicator.title_en ?? indicator.title) : indicator.title,
      unit: isEnglish ? (indicator.unit_en ?? indicator.unit) : indicator.unit,
      decimals: indicator.decimals,
      territory: names.place(cell.territoryId),
      group: keys.get(cell.disaggregationId) ?? '',
      groupTitle: groupTitle(dimensions, keys.get(cell.disaggregationId) ?? '', context.language),
      period: writePeriod({ kind: period, start: cell.period }),
      value: cell.value ?? 0,
      low: estimate?.interval?.lower ?? null,
      high: estimate?.interval?.upper ?? null,
      standardError: estimate?.standardError ?? null,
      answers: estimate?.answers ?? null,
      hasInterval: estimate?.interval != null,
    };
  });
}
