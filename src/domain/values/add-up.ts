import { periodOf, type PeriodKind } from '#domain/indicators/period.ts';
import type { Day } from '#domain/shared/dates.ts';
import { storedStates, type Figure, type FigureState } from './figure.ts';

/** A sum as the database made it. */
export type SumCell = {
  readonly territory_id: number;
  readonly period: Day;
  readonly disaggregation_id: number;
  readonly total: number | null;
  readonly reported: number;
  readonly withheld: number;
};

/** A cell as it was told. */
export type ToldCell = Omit<SumCell, 'total' | 'reported' | 'withheld'> & {
  readonly value: number | null;
  readonly state: number;
};

/** A sum as a figure: a value where any part is one; else what is known about why there is none. */
export function figureOfSum(seriesId: number, cell: SumCell): Figure {
  const hasValue = cell.reported > 0;
  return {
    seriesId,
    territoryId: cell.territory_id,
    period: cell.period,
    disaggregationId: cell.disaggregation_id,
    value: hasValue ? cell.total : null,
    state: hasValue ? 'value' : cell.withheld > 0 ? 'withheld' : 'unknown',
    reported: cell.reported,
    withheld: cell.withheld,
    heldAt: null,
    parts: null,
    estimate: null,
    reporting: null,
  };
}

/** A cell as it was told, as a figure. */
export function figureOfTold(seriesId: number, cell: ToldCell): Figure {
  const state: FigureState = storedStates[cell.state] ?? 'unknown';
  return {
    seriesId,
    territoryId: cell.territory_id,
    period: cell.period,
    disaggregationId: cell.disaggregation_id,
    value: state === 'value' ? cell.value : null,
    state,
    reported: state === 'value' ? 1 : 0,
    withheld: state === 'withheld' ? 1 : 0,
    heldAt: null,
    parts: null,
    estimate: null,
    reporting: null,
  };
}

/**
 * Figures of short periods as those of longer ones: counts are added; of a stock the last that was told stands. Unknown and withheld parts
 * leave the sum of what is known, and are counted.
 */
export function addOverTime(figures: readonly Figure[], kind: PeriodKind, takesLast: boolean): Figure[] {
  const whole = new Map<string, Figure>();
  for (const figure of figures.toSorted((one, other) => one.period.localeCompare(other.period))) {
    const period = periodOf(kind, figure.period).start;
    const key = `${figure.territoryId}/${period}/${figure.disaggregationId}`;
    const before = whole.get(key);
    const next = { ...figure, period };
    whole.set(key, before === undefined ? next : takesLast ? later(before, next) : plus(before, next));
  }
  return [...whole.values()];
}

function later(before: Figure, next: Figure): Figure {
  return next.state === 'value' || before.state !== 'value' ? next : before;
}

function plus(one: Figure, other: Figure): Figure {
  const counts = { reported: one.reported + other.reported, withheld: one.withheld + other.withheld };
  if (one.value !== null && other.value !== null)
    return { ...one, ...counts, value: one.value + other.value };
  if (one.value !== null) return { ...one, ...counts };
  if (other.value !== null) return { ...other, ...counts };
  const state = one.state === other.state ? one.state : counts.withheld > 0 ? 'withheld' : 'unknown';
  return { ...one, ...counts, state };
}
