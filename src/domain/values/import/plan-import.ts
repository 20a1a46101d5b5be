import { writePeriod, type PeriodKind } from '#domain/indicators/period.ts';
import { existsDuring } from '../fill-cells.ts';
import type { WrittenPlace } from './read-row.ts';
import { unsettled } from './unsettled.ts';
import type { ResolvedPlace } from './resolve-places.ts';
import type { TalliedCell, Tally } from './tally.ts';

/** An indicator as far as an import must judge its figures. */
export type ImportedIndicator = {
  readonly code: string;
  readonly composition: string;
  readonly low: number | null;
  readonly high: number | null;
};

/** One value ready to be written, of the series of its indicator. */
export type PlannedValue = {
  readonly indicator: string;
  readonly territoryId: number;
  readonly period: string;
  readonly periodKind: PeriodKind;
  readonly crossing: string;
  readonly value: number | null;
  readonly state: number;
};

/** What an import finds wrong beyond single rows. Words: `problem.values.<code>`. */
export type PlanProblem = {
  readonly code:
    | 'unknown-place'
    | 'several-places'
    | 'place-not-then'
    | 'indicator-unknown'
    | 'indicator-not-told'
    | 'out-of-bounds'
    | 'told-twice'
    | 'mixed-levels'
    | 'mixed-crossings';
  readonly row: number;
  readonly text: string;
  readonly times: number;
};

export type ImportPlan = {
  readonly values: readonly PlannedValue[];
  readonly problems: readonly PlanProblem[];
  /** Per indicator and length of period: the level at which it is told, and its grain. */
  readonly series: readonly {
    readonly indicator: string;
    readonly level: number;
    readonly periodKind: PeriodKind;
    readonly grain: readonly string[];
  }[];
};

/**
 * Turns what a file says into values: places become territories, cells of places that are one territory are added where they are events.
 * The finest level that a file tells is the series'; rows of wider territories are what could not be placed more finely.
 */
export function planImport(
  tally: Tally,
  rules: {
    readonly resolved: ReadonlyMap<string, ResolvedPlace>;
    readonly levelOf: (territoryId: number) => number;
    /** The first day of a territory; null where it is not known or has always been. */
    readonly beginningOf: (territoryId: number) => string | null;
    readonly indicatorOf: (code: string) => ImportedIndicator | undefined;
    readonly isCounted: boolean;
  },
): ImportPlan {
  const problems = placeProblems(tally, rules.resolved);
  const values = new Map<string, PlannedValue & { value: number | null }>();
  const series = new Map<string, ImportPlan['series'][number]>();
  const faults = new Map<string, PlanProblem & { times: number }>();
  const note = (code: PlanProblem['code'], cell: TalliedCell, text: string) => {
    const known = faults.get(`${code}|${text}`);
    if (known) known.times += 1;
    else faults.set(`${code}|${text}`, { code, row: cell.row, text, times: 1 });
  };
  for (const cell of tally.cells.values()) {
    const place = rules.resolved.get(cell.placeKey);
    const fault = faultOf(cell, rules.indicatorOf(cell.indicator));
    if (fault !== null && cell.indicator !== '' && !cell.indicator.startsWith(unsettled))
      note(fault, cell, fault === 'out-of-bounds' ? String(cell.value) : cell.indicator);
    if (fault !== null || !place || !('territoryId' in place) || cell.crossing.startsWith(unsettled))
      continue;
    const { territoryId } = place;
    const moment = { kind: cell.periodKind, start: cell.period };
    // One that has ended may be told for a while: sources follow the law late, and never before it.
    if (!existsDuring({ validFrom: rules.beginningOf(territoryId), validTo: null }, moment)) {
      const written = tally.places.get(cell.placeKey);
      note('place-not-then', cell, `${written ? writtenAs(written) : ''}, ${writePeriod(moment)}`);
      continue;
    }
    const key = `${cell.indicator}|${territoryId}|${cell.periodKind}${cell.period}|${cell.crossing}`;
    const known = values.get(key);
    if (!isOfSeries(series, cell, rules.levelOf(territoryId))) note('mixed-crossings', cell, cell.indicator);
    if (!known) values.set(key, plannedOf(cell, territoryId));
    else if (rules.isCounted && known.value !== null && cell.value !== null) known.value += cell.value;
    else if (known.value !== cell.value || known.state !== cell.state)
      note('told-twice', cell, cell.placeKey);
  }
  return {
    values: [...values.values()],
    problems: [...problems, ...faults.values()],
    series: [...series.values()],
  };
}

/** The key of the series of a value within one import. */
export function seriesKey(one: Pick<PlannedValue, 'indicator' | 'periodKind'>): string {
  return `${one.indicator}|${one.periodKind}`;
}

// All rows of a series are broken down alike: a whole beside its parts would be counted twice.
function isOfSeries(
  series: Map<string, ImportPlan['series'][number]>,
  cell: TalliedCell,
  level: number,
): boolean {
  const { indicator, periodKind, crossing } = cell;
  const grain = crossing === '' ? [] : crossing.split('&').map((part) => part.split('=')[0] ?? '');
  const known = series.get(seriesKey(cell));
  const finest = Math.max(known?.level ?? 0, level);
  series.set(seriesKey(cell), { indicator, level: finest, periodKind, grain });
  return known === undefined || known.grain.join() === grain.join();
}

function plannedOf(cell: TalliedCell, territoryId: number): PlannedValue & { value: number | null } {
  const { indicator, period, periodKind, crossing, value, state } = cell;
  return { indicator, territoryId, period, periodKind, crossing, value, state };
}

/** A place as its file writes it; a mark that stands for code and name alike is said once. */
export function writtenAs({ code, names }: Pick<WrittenPlace, 'code' | 'names'>): string {
  return [...new Set([...(code === null ? [] : [code]), ...names])].join(', ');
}

function placeProblems(tally: Tally, resolved: ReadonlyMap<string, ResolvedPlace>): PlanProblem[] {
  return [...tally.places.values()].flatMap((place) => {
    const found = resolved.get(place.key);
    if (found && 'territoryId' in found) return [];
    const code = found && found.candidates.length > 0 ? 'several-places' : 'unknown-place';
    const text = writtenAs(place);
    return [{ code, row: place.firstRow, text, times: place.rows }];
  });
}

function faultOf(cell: TalliedCell, indicator: ImportedIndicator | undefined): PlanProblem['code'] | null {
  if (!indicator) return 'indicator-unknown';
  // A rate is made of its parts, and what the system computes is computed: neither is told.
  if (indicator.composition === 'ratio' || indicator.composition === 'computed') return 'indicator-not-told';
  const { value } = cell;
  if (value === null) return null;
  return (indicator.low !== null && value < indicator.low) ||
    (indicator.high !== null && value > indicator.high)
    ? 'out-of-bounds'
    : null;
}
