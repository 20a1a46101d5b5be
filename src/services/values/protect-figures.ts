import { createHash } from 'node:crypto';
import { listBaseCells, listPaths, listPublishedBeside } from '#database/values/base-views.ts';
import type { MeasuredRow } from '#database/values/question-views.ts';
import type { SeriesRow } from '#database/values/series-row.ts';
import { endOf, isPeriodKind, periodsBetween, type PeriodKind } from '#domain/indicators/period.ts';
import type { Area } from '#domain/values/fill-cells.ts';
import type { Figure } from '#domain/values/figure.ts';
import { isCountOfPeople, isSmall, protectedFigure, thresholds } from '#domain/values/protection.ts';
import { cellKey, type BaseCell } from '#domain/values/protection-lattice.ts';
import { planProtection } from '#domain/values/protection-plan.ts';
import type { Transaction } from '../context.ts';
import { audienceOf } from './audience-of.ts';
import type { Asking, Crossing } from './figure-question.ts';

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
  // What is never added cannot be worked out from others either.
  if (!series.adds)
    return figures.map((figure) => (isSmall(figure, threshold) ? protectedFigure(figure) : figure));
  const isHidden = await hiddenCells(tx, given, {
    threshold,
    addsOverTime: indicator.composition !== 'stock',
  });
  return figures.map((figure) =>
    figure.value !== null && isHidden(figure) ? protectedFigure(figure) : figure,
  );
}

type Rules = { readonly threshold: number; readonly addsOverTime: boolean };

async function hiddenCells(
  tx: Transaction,
  { crossings, from, period, series, to }: Unprotected,
  rules: Rules,
): Promise<(figure: Figure) => boolean> {
  const keys = new Map(crossings.map(({ id, key }) => [id, key]));
  const plans: ReadonlySet<string>[] = [];
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

// More figures of one year than can be planned while somebody waits.
const mostCells = 40_000;
const plansKept = 60;
const kept = new Map<string, ReadonlySet<string>>();

/** What is hidden of a series in a year; null where it has too many figures. The same figures have the same plan, which is kept. */
async function planOfYear(
  tx: Transaction,
  series: SeriesRow & { readonly periodKind: PeriodKind },
  year: number,
  { addsOverTime, threshold }: Rules,
): Promise<ReadonlySet<string> | null> {
  const span = { from: `${year}-01-01`, to: `${year}-12-31`, limit: mostCells + 1 };
  const base = await listBaseCells(tx, { seriesId: series.id, ...span });
  if (base.length > mostCells) return null;
  const published = (await listPublishedBeside(tx, series)).map(({ grain, level, periodKind }) => ({
    grain,
    level,
    periodKind: isPeriodKind(periodKind) ? periodKind : series.periodKind,
  }));
  const rules = JSON.stringify({ threshold, addsOverTime, published });
  const name = `${series.id}/${year}/${rules}/${markOf(base)}`;
  const known = kept.get(name);
  if (known) return known;
  const paths = await listPaths(tx, [...new Set(base.map(({ territoryId }) => territoryId))]);
  const plan = planProtection(base, {
    threshold,
    periodKind: series.periodKind,
    addsOverTime,
    published,
    pathOf(territoryId) {
      const path = paths.get(territoryId) ?? [];
      const ids = path.map(({ id }) => id);
      const last = path.at(-1);
      // What could not be placed more finely is a part of its own beside the finer ones.
      return last && last.level < series.level ? [...ids, -territoryId] : ids;
    },
  });
  kept.set(name, plan);
  const [oldest] = kept.keys();
  if (kept.size > plansKept && oldest !== undefined) kept.delete(oldest);
  return plan;
}

// Tells two sets of figures apart.
function markOf(base: readonly BaseCell[]): string {
  return createHash('sha256').update(JSON.stringify(base)).digest('base64url');
}
