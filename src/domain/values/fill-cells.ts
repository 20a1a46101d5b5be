import { endOf, periodOf, periodsBetween, type PeriodKind } from '#domain/indicators/period.ts';
import type { Day } from '#domain/shared/dates.ts';
import { silentFigure, type Figure } from './figure.ts';

/** A territory as figures need it: its numbers and the days between which it exists. */
export type Area = {
  readonly id: number;
  readonly lastId: number;
  readonly parentId: number | null;
  readonly validFrom: Day | null;
  readonly validTo: Day | null;
};

/** Where and when a source says that it told everything. `to` lies in the last period that it covers. */
export type Coverage = {
  readonly low: number;
  readonly high: number;
  readonly from: Day;
  readonly to: Day;
};

export type Grid = {
  readonly seriesId: number;
  readonly seriesPeriod: PeriodKind;
  readonly period: PeriodKind;
  readonly from: Day;
  readonly to: Day;
  readonly areas: readonly Area[];
  /** The numbers of the territory that the series is about: of a wider one, what it tells is a part and no figure. */
  readonly about: { readonly low: number; readonly high: number };
  readonly disaggregationIds: readonly number[];
  readonly coverage: readonly Coverage[];
  /** The crossings that hold what the source could not class: where they have something, a category without anything is not zero. */
  readonly unclassedIds: ReadonlySet<number>;
};

/**
 * Every cell of a grid: what was told of it whole; zero where nothing was told but the source declares that it told everything; "not applicable" where
 * the territory did not exist; and "not reported" otherwise.
 */
export function fillCells(grid: Grid, all: readonly Figure[]): Figure[] {
  const known = new Map(all.map((figure) => [keyOf(figure), figure]));
  const periods = periodsBetween(grid.period, grid.from, grid.to);
  const unclassed = new Set(
    all.filter((one) => grid.unclassedIds.has(one.disaggregationId) && one.value !== 0).map(momentOf),
  );
  const filled: Figure[] = [];
  for (const area of grid.areas)
    for (const { start } of periods)
      for (const disaggregationId of grid.disaggregationIds) {
        const cell = { seriesId: grid.seriesId, territoryId: area.id, period: start, disaggregationId };
        const told = isWithin(area, grid.about) ? known.get(keyOf(cell)) : undefined;
        filled.push(told ?? silence(grid, area, cell, unclassed.has(momentOf(cell))));
      }
  return filled;
}

function isWithin(area: Pick<Area, 'id' | 'lastId'>, span: { readonly low: number; readonly high: number }) {
  return span.low <= area.id && area.lastId <= span.high;
}

function silence(
  grid: Grid,
  area: Area,
  cell: Pick<Figure, 'seriesId' | 'territoryId' | 'period' | 'disaggregationId'>,
  hasUnclassed: boolean,
): Figure {
  if (!existsDuring(area, { kind: grid.period, start: cell.period }))
    return silentFigure(cell, 'not-applicable');
  if (!isCovered(grid, area, cell.period)) return silentFigure(cell);
  if (hasUnclassed && !grid.unclassedIds.has(cell.disaggregationId)) return silentFigure(cell, 'unknown');
  return { ...silentFigure(cell, 'value'), value: 0 };
}

/** Whether a territory exists on some day of a period. */
export function existsDuring(
  area: Pick<Area, 'validFrom' | 'validTo'>,
  period: { readonly kind: PeriodKind; readonly start: Day },
): boolean {
  const begins = area.validFrom === null || area.validFrom <= endOf(period);
  return begins && (area.validTo === null || area.validTo > period.start);
}

/** Whether a source declares that it told all of a territory for the whole of a period. */
export function isCovered(
  grid: Pick<Grid, 'coverage' | 'period' | 'seriesPeriod'>,
  area: Pick<Area, 'id' | 'lastId'>,
  start: Day,
): boolean {
  const over = grid.coverage.filter((one) => isWithin(area, one));
  if (over.length === 0) return false;
  const parts = periodsBetween(grid.seriesPeriod, start, endOf({ kind: grid.period, start }));
  return parts.every((part) =>
    over.some((one) => one.from <= part.start && endOf(periodOf(grid.seriesPeriod, one.to)) >= endOf(part)),
  );
}

const momentOf = (cell: Pick<Figure, 'territoryId' | 'period'>) => `${cell.territoryId}/${cell.period}`;

/** What names a cell within one series. */
export function keyOf(cell: Pick<Figure, 'territoryId' | 'period' | 'disaggregationId'>): string {
  return `${cell.territoryId}/${cell.period}/${cell.disaggregationId}`;
}
