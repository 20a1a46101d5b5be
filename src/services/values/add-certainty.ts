import { listEstimateErrors, listWhoTold } from '#database/values/certainty-views.ts';
import { listAreas } from '#database/values/question-views.ts';
import type { SeriesRow } from '#database/values/series-row.ts';
import type { PeriodKind } from '#domain/indicators/period.ts';
import { countReporting, reportKey, type ReportingFrame } from '#domain/values/count-reporting.ts';
import { isCovered, keyOf, type Area, type Coverage } from '#domain/values/fill-cells.ts';
import { estimateMethods, type EstimateError, type Figure, type Reporting } from '#domain/values/figure.ts';
import type { Transaction } from '../context.ts';
import type { Crossing } from './figure-question.ts';

type Told = {
  readonly series: SeriesRow & { readonly periodKind: PeriodKind };
  /** At which level and for how long the series answers. */
  readonly level: number;
  readonly period: PeriodKind;
  readonly areas: readonly Area[];
  readonly crossings: readonly Crossing[];
  readonly coverage: readonly Coverage[];
  readonly from: string;
  readonly to: string;
  readonly today: string;
};

/** Says beside each figure how sure it is: of an estimate what its source says of its error, of a sum how many of the territories told it. */
export async function addCertainty(
  tx: Transaction,
  told: Told,
  figures: readonly Figure[],
): Promise<readonly Figure[]> {
  const { level, period, series } = told;
  if (figures.length === 0) return figures;
  if (!series.adds) return addErrors(tx, told, figures);
  const isSum = level < series.level || period !== series.periodKind;
  return isSum ? addReporting(tx, told, figures) : figures;
}

function spanOf({ areas, from, series, to }: Told) {
  return {
    seriesId: series.id,
    first: Math.min(...areas.map(({ id }) => id)),
    last: Math.max(...areas.map(({ lastId }) => lastId)),
    from,
    to,
  };
}

async function addErrors(tx: Transaction, told: Told, figures: readonly Figure[]): Promise<Figure[]> {
  const disaggregationIds = told.crossings.map(({ id }) => id);
  const rows = await listEstimateErrors(tx, { ...spanOf(told), disaggregationIds });
  const known = new Map(rows.map((row) => [keyOf(row), errorOf(row)]));
  return figures.map((figure) =>
    figure.state === 'value' ? { ...figure, estimate: known.get(keyOf(figure)) ?? null } : figure,
  );
}

type ErrorRow = Awaited<ReturnType<typeof listEstimateErrors>>[number];

function errorOf({ answers, high, low, method, standardError }: ErrorRow): EstimateError {
  const known = estimateMethods.find((one) => one === method);
  const interval = low === null || high === null ? null : { lower: low, upper: high };
  return { method: known ?? 'published', interval, standardError, answers };
}

async function addReporting(tx: Transaction, told: Told, figures: readonly Figure[]): Promise<Figure[]> {
  const { areas, coverage, period, series, today } = told;
  const frame = { coverage, period, seriesPeriod: series.periodKind };
  const byId = new Map(areas.map((area) => [area.id, area]));
  const span = spanOf(told);
  const parts = await listAreas(tx, {
    level: series.level,
    span: { low: span.first, high: span.last },
    from: told.from,
    to: told.to,
  });
  const isWhole = ({ period: start, territoryId }: Figure) => {
    const area = byId.get(territoryId);
    return area !== undefined && isCovered(frame, area, start);
  };
  // Who told is read only where the source does not declare that all of them did.
  const who = figures.every(isWhole)
    ? []
    : await listWhoTold(tx, { ...span, level: series.level, isBrokenDown: series.grain.length > 0 });
  const keys = new Set(who.map((row) => reportKey(row.territoryId, row.period)));
  const reportingOf = memoised({ ...frame, parts, told: keys, today }, byId);
  return figures.map((figure) =>
    figure.state === 'protected' ? figure : { ...figure, reporting: reportingOf(figure) },
  );
}

// All groups of a place and a time were told together.
function memoised(frame: ReportingFrame, areas: ReadonlyMap<number, Area>) {
  const known = new Map<string, Reporting | null>();
  const within = new Map<number, readonly Area[]>();
  const partsOf = ({ id, lastId }: Area) => {
    const parts = within.get(id) ?? frame.parts.filter((part) => part.id >= id && part.lastId <= lastId);
    within.set(id, parts);
    return parts;
  };
  return ({ period, territoryId }: Figure): Reporting | null => {
    const key = reportKey(territoryId, period);
    const before = known.get(key);
    if (before !== undefined) return before;
    const area = areas.get(territoryId);
    const counted = area ? countReporting(area, period, { ...frame, parts: partsOf(area) }) : null;
    known.set(key, counted);
    return counted;
  };
}
