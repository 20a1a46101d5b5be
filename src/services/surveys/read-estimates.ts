import { inScope } from '#database/connection.ts';
import { listIntervals, listSurveySeries, type SurveyRow } from '#database/surveys/survey-store.ts';
import { endOf, periodOf, writePeriod } from '#domain/indicators/period.ts';
import { lookUp } from '../actors/look-up.ts';
import type { Context } from '../context.ts';
import type { FigureAnswer } from '../values/figure-question.ts';
import { readFigures } from '../values/read-figures.ts';

type Interval = Awaited<ReturnType<typeof listIntervals>>[number];

/** What a survey estimates, by the one door by which figures leave, each with what it says of its own uncertainty. */
export async function readEstimates(context: Context, survey: SurveyRow) {
  const series = await inScope(context.database, context.actor.scope, (tx) =>
    listSurveySeries(tx, survey.id),
  );
  const intervals = await listIntervals(
    context.database,
    series.map(({ id }) => id),
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
    shown.push(...(await showEstimates(context, answer, intervals)));
  }
  return shown;
}

async function showEstimates(context: Context, answer: FigureAnswer, intervals: readonly Interval[]) {
  const { indicator, period } = answer;
  const isEnglish = context.language === 'en';
  const told = answer.cells.filter(({ value }) => value !== null);
  const names = await inScope(context.database, context.actor.scope, (tx) =>
    lookUp(tx, context, { territories: told.map(({ territoryId }) => territoryId) }),
  );
  const keys = new Map(answer.disaggregations.map(({ id, key }) => [id, key]));
  return told.map((cell) => {
    const own = intervals.find(
      (one) =>
        one.seriesId === cell.seriesId &&
        one.disaggregationId === cell.disaggregationId &&
        one.period === cell.period &&
        one.territoryId === cell.territoryId,
    );
    return {
      indicator: indicator.code,
      title: isEnglish ? (indicator.title_en ?? indicator.title) : indicator.title,
      unit: isEnglish ? (indicator.unit_en ?? indicator.unit) : indicator.unit,
      decimals: indicator.decimals,
      territory: names.place(cell.territoryId),
      group: keys.get(cell.disaggregationId) ?? '',
      period: writePeriod({ kind: period, start: cell.period }),
      value: cell.value ?? 0,
      low: own?.low ?? null,
      high: own?.high ?? null,
      standardError: own?.standardError ?? null,
      answers: own?.answers ?? null,
      hasInterval: own !== undefined && own.low !== null && own.high !== null,
    };
  });
}
