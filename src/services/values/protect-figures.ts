import type { MeasuredRow } from '#database/values/question-views.ts';
import type { SeriesRow } from '#database/values/series-row.ts';
import { endOf, periodsBetween, type PeriodKind } from '#domain/indicators/period.ts';
import type { Area } from '#domain/values/fill-cells.ts';
import type { Figure } from '#domain/values/figure.ts';
import { isCountOfPeople, isSmall, protectedFigure, thresholds } from '#domain/values/protection.ts';
import { cellKey } from '#domain/values/protection-lattice.ts';
import type { Transaction } from '../context.ts';
import { audienceOf } from './audience-of.ts';
import type { Asking, Crossing } from './figure-question.ts';
import { planOfYear, type Plan } from './plan-of-year.ts';

type Unprotected = {
  readonly series: SeriesRow & { readonly periodKind: PeriodKind };
  readonly areas: readonly Area[];
  readonly crossings: readonly Crossing[];
  readonly period: PeriodKind;
  readonly from: string;
  readonly to: string;
  readonly figures: readonly Figure[];
};

/**
 * Hides what is small from whoever does not keep figures there, unless the source officially publishes it just so. What is hidden is decided for
 * the whole series, not for the question: two answers never give away together what each hides.
 */
export async function protectFigures(
  tx: Transaction,
  asking: Asking,
  indicator: MeasuredRow,
  given: Unprotected,
): Promise<readonly Figure[]> {
  const { areas, figures, series } = given;
  const isCount = isCountOfPeople(indicator.composition, indicator.counts_people);
  if (!isCount || series.isPublished) return figures;
  // Where a wider territory's figure is shown, what counts is how its reader stands to that one.
  const wider = areas.find((area) => area.id < asking.place.id && area.lastId >= asking.place.lastId);
  const at = { territoryId: wider?.id ?? asking.place.id, today: asking.today };
  const threshold = thresholds[await audienceOf(tx, asking.context, at)];
  if (threshold === 0) return figures;
  const isHidden = await hiddenCells(tx, given, {
    threshold,
    addsOverTime: series.adds && indicator.composition !== 'stock',
  });
  const isUntold = (figure: Figure) => isHidden(figure) || (!series.adds && isSmall(figure, threshold));
  return figures.map((figure) =>
    figure.value !== null && isUntold(figure) ? protectedFigure(figure) : figure,
  );
}

type Rules = { readonly threshold: number; readonly addsOverTime: boolean };

async function hiddenCells(
  tx: Transaction,
  { crossings, from, period, series, to }: Unprotected,
  rules: Rules,
): Promise<(figure: Figure) => boolean> {
  const keys = new Map(crossings.map(({ id, key }) => [id, key]));
  const plans: Plan[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) {
    const plan = await planOfYear(tx, series, year, rules);
    // Too much to plan: then only the whole country's years are shown, where they are not small.
    if (plan === null)
      return (figure) => !isWhole(series, period, figure) || isSmall(figure, rules.threshold);
    plans.push(plan);
  }
  const isIn = (territoryId: number, kind: PeriodKind, start: string, crossing: string) =>
    plans.some((plan) => plan.has(cellKey(territoryId, kind, start, crossing)));
  return ({ disaggregationId, period: start, territoryId }) => {
    const crossing = keys.get(disaggregationId) ?? '';
    if (rules.addsOverTime) return isIn(territoryId, period, start, crossing);
    const parts = periodsBetween(series.periodKind, start, endOf({ kind: period, start }));
    return parts.some((part) => isIn(territoryId, series.periodKind, part.start, crossing));
  };
}

function isWhole(series: SeriesRow, period: PeriodKind, figure: Figure): boolean {
  return period === 'year' && figure.disaggregationId === 0 && figure.territoryId === series.low;
}
